namespace Unshell.Python.Parsing;

/// <summary>Unicode's normal form KC.</summary>
internal static class NormalForm
{
    /// <summary>A text in normal form KC.</summary>
    public static string Compatible(string text) => text.Normalize(System.Text.NormalizationForm.FormKC);
}
