using Unshell.Text;

namespace Unshell.Python.Syntax;

/// <summary>Syntax in a file that not every Python 3 understands.</summary>
/// <param name="Span">Where it is used.</param>
/// <param name="Minor">The first version that understands it: 14 for Python 3.14.</param>
/// <param name="Name">What it is, as a noun: <c>match statement</c>.</param>
public sealed record VersionedFeature(TextSpan Span, int Minor, string Name);
