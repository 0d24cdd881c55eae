using System.Diagnostics.CodeAnalysis;
using Keel.Cli.Profiles.Text;
using Keel.Domain.Instruments.Symbols;

namespace Keel.Cli.Profiles.Values;

/// <summary>What a profile trades: an instrument, one contract, or a continuous series, all in Keel's instrument table.</summary>
internal sealed class SymbolRule() : ValueRule<SymbolName>("an instrument, a contract or a continuous series", "MES")
{
    /// <inheritdoc />
    public override bool TryRead(ProfileNode node, string path, Reading reading, [NotNullWhen(true)] out SymbolName? value)
    {
        value = null;
        if (node is not ScalarNode scalar)
        {
            NoteShape(node, path, reading);
            return false;
        }

        if (!SymbolName.TryParse(scalar.Text, reading.SymbolsFrom, out var name, out var reason))
        {
            var remedy = $"write for example {Example}";
            reading.Problems.Add(node.Place, path, $"{scalar.Shown} is unknown: {reason}", remedy);
            return false;
        }

        if (name is SymbolName.Parent or SymbolName.Spread)
        {
            reading.Problems.Add(
                node.Place,
                path,
                $"{scalar.Shown} is no single price: it stands for several contracts",
                $"write {name.Instrument.Symbol} or {name.Instrument.Symbol}.v.0"
            );
            return false;
        }

        value = name;
        return true;
    }
}
