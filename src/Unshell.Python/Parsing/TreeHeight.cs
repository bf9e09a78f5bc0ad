using Unshell.Python.Syntax;

namespace Unshell.Python.Parsing;

/// <summary>How high a tree is.</summary>
internal static class TreeHeight
{
    /// <summary>The number of nodes on the longest path below a statement that leads through no other statement.</summary>
    public static int OfExpressions(Statement root)
    {
        var highest = 0;
        var level = new List<PythonNode> { root };
        var below = new List<PythonNode>();
        for (; level.Count > 0; highest++)
        {
            foreach (var node in level)
            {
                if (node is not Statement || ReferenceEquals(node, root)) node.AddChildrenTo(below);
            }

            (level, below) = (below, level);
            below.Clear();
        }

        return highest;
    }
}
