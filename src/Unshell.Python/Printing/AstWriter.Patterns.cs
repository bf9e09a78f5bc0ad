using System.Diagnostics;
using Unshell.Python.Syntax;

namespace Unshell.Python.Printing;

/// <summary>Patterns.</summary>
internal sealed partial class AstWriter
{
    private void WritePattern(Pattern pattern)
    {
        switch (pattern)
        {
            case MatchValue value:
                Open("MatchValue");
                Field("value", value.Value);
                break;
            case MatchSingleton singleton:
                Open("MatchSingleton");
                Label("value");
                output.Append(singleton.Value switch
                {
                    true => "True",
                    false => "False",
                    null => "None",
                });
                break;
            case MatchSequence sequence:
                Open("MatchSequence");
                Field("patterns", sequence.Patterns);
                break;
            case MatchMapping mapping:
                Open("MatchMapping");
                Field("keys", mapping.Keys);
                Field("patterns", mapping.Patterns);
                Field("rest", mapping.Rest);
                break;
            case MatchClass type:
                Open("MatchClass");
                Field("cls", type.Class);
                Field("patterns", type.Patterns);
                Identifiers("kwd_attrs", type.KeywordNames);
                Field("kwd_patterns", type.KeywordPatterns);
                break;
            case MatchStar star:
                Open("MatchStar");
                Field("name", star.Name);
                break;
            case MatchAs capture:
                Open("MatchAs");
                Field("pattern", capture.Pattern);
                Field("name", capture.Name);
                break;
            case MatchOr alternatives:
                Open("MatchOr");
                Field("patterns", alternatives.Patterns);
                break;
            default:
                throw new UnreachableException($"internal error: no form for {pattern.GetType().Name}");
        }

        Close(pattern.Span);
    }
}
