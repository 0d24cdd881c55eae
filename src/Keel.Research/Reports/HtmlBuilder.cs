using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace Keel.Research.Reports;

/// <summary>HTML under construction: what is written out is markup, whatever stands in a hole is escaped, so that no name or setting can become markup.</summary>
internal sealed class HtmlBuilder
{
    private readonly StringBuilder text = new();

    /// <summary>Adds markup whose holes are escaped.</summary>
    public HtmlBuilder Add([InterpolatedStringHandlerArgument("")] ref Markup markup)
    {
        // The handler has written already; it only has to belong to this builder.
        _ = markup;
        return this;
    }

    /// <summary>Adds text of our own as it is: style sheet, script, or JSON without angle brackets.</summary>
    public HtmlBuilder AddOwn(string ownText)
    {
        text.Append(ownText);
        return this;
    }

    /// <summary>The markup so far.</summary>
    public override string ToString() => text.ToString();

    /// <summary>Writes literals as markup and holes as text.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Markup
    {
        private readonly StringBuilder text;

        /// <summary>Called by the compiler.</summary>
        public Markup(int literalLength, int holes, HtmlBuilder html)
        {
            text = html.text;
            text.EnsureCapacity(text.Length + literalLength + (holes * 8));
        }

        /// <summary>Called by the compiler: the markup between the holes.</summary>
        public void AppendLiteral(string markup) => text.Append(markup);

        /// <summary>Called by the compiler: text in a hole.</summary>
        public void AppendFormatted(string? value) => text.Append(WebUtility.HtmlEncode(value));

        /// <summary>Called by the compiler: a number in a hole.</summary>
        public void AppendFormatted(long value) => text.Append(value);

        /// <summary>Called by the compiler: a number in a hole.</summary>
        public void AppendFormatted(long value, string format) => text.Append(value.ToString(format));
    }
}
