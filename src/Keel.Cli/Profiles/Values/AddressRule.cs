using System.Diagnostics.CodeAnalysis;
using Keel.Cli.Profiles.Text;

namespace Keel.Cli.Profiles.Values;

/// <summary>The address of a venue: encrypted, or on this machine; without credentials in it.</summary>
internal sealed class AddressRule()
    : ValueRule<Uri>("an https or wss address (http and ws on this machine only)", "https://api.topstepx.com")
{
    /// <inheritdoc />
    public override bool TryRead(ProfileNode node, string path, Reading reading, [NotNullWhen(true)] out Uri? value)
    {
        value = null;
        if (node is not ScalarNode scalar)
        {
            NoteShape(node, path, reading);
            return false;
        }

        if (!Uri.TryCreate(scalar.Text, UriKind.Absolute, out var address) || address.Host.Length == 0)
        {
            reading.Problems.Add(node.Place, path, $"the address is not {Wanted}", $"write for example {Example}");
            return false;
        }

        // The message never repeats such an address: it may hold a password.
        if (address.UserInfo.Length > 0)
        {
            reading.Problems.Add(
                node.Place,
                path,
                "the address holds credentials",
                "remove them and set KEEL_… in the environment"
            );
            return false;
        }

        if (address.Scheme is not ("https" or "wss") && !(address.Scheme is "http" or "ws" && address.IsLoopback))
        {
            reading.Problems.Add(
                node.Place,
                path,
                $"{address.Scheme}://{address.Host} is neither encrypted nor on this machine",
                "write https:// or wss://"
            );
            return false;
        }

        value = address;
        return true;
    }
}
