namespace Unshell.Python.Requirements.Data;

/// <summary>How deep a text may nest its brackets before a reader that calls itself would run out of stack.</summary>
internal static class Nesting
{
    private const int Deepest = 200;

    /// <summary>Whether more brackets are open at one place than any file of this kind needs; brackets in quotes count too.</summary>
    public static bool IsTooDeep(string text)
    {
        var open = 0;
        foreach (var c in text)
        {
            if (c is '[' or '{')
            {
                if (++open > Deepest) return true;
            }
            else if (c is ']' or '}' && open > 0)
            {
                open--;
            }
        }

        return false;
    }
}
