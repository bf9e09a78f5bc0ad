using System.Collections.Immutable;

namespace Unshell.Python.Syntax;

/// <summary>Goes through a tree in the order of the source, without recursion.</summary>
public static class PythonWalk
{
    /// <summary>The direct children of a node in the order of the source.</summary>
    public static ImmutableArray<PythonNode> Children(PythonNode node)
    {
        var children = new List<PythonNode>();
        node.AddChildrenTo(children);
        return [.. children];
    }

    /// <summary>A node and all below it; each before its children, siblings in the order of the source.</summary>
    public static IEnumerable<PythonNode> All(PythonNode root) => All(root, _ => true);

    /// <summary>A node and all below it, without what lies below nodes that are not entered.</summary>
    /// <param name="root">Where to begin.</param>
    /// <param name="enters">Whether a node's children are visited; the node itself always is.</param>
    public static IEnumerable<PythonNode> All(PythonNode root, Func<PythonNode, bool> enters)
    {
        var open = new List<PythonNode> { root };
        while (open.Count > 0)
        {
            var node = open[^1];
            open.RemoveAt(open.Count - 1);
            yield return node;
            if (!enters(node)) continue;
            var first = open.Count;
            node.AddChildrenTo(open);
            open.Reverse(first, open.Count - first);
        }
    }
}
