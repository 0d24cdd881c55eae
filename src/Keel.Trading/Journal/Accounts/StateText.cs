using System.Globalization;
using System.Reflection;
using Keel.Trading.Risk;

namespace Keel.Trading.Journal.Accounts;

/// <summary>A risk account's state as text: every value by its name, so that a later version can add some and read what an earlier one wrote.</summary>
internal static class StateText
{
    private static readonly PropertyInfo[] Values =
    [
        .. typeof(RiskState)
            .GetProperties()
            .Where(one => one.SetMethod is { IsStatic: false })
            .OrderBy(one => one.Name, StringComparer.Ordinal),
    ];

    /// <summary>Writes a state.</summary>
    public static string Of(in RiskState state)
    {
        object boxed = state;
        return string.Join(
            ' ',
            Values
                .Select(one => (one.Name, Value: one.GetValue(boxed)))
                .Where(pair => pair.Value is not null)
                .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Name}={pair.Value}"))
        );
    }

    /// <summary>Reads a state; names that this version does not know are passed over.</summary>
    public static RiskState Read(string text)
    {
        object state = RiskState.New;
        foreach (var pair in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            var value = Array.Find(Values, one => pair.AsSpan(0, Math.Max(at, 0)).SequenceEqual(one.Name));
            value?.SetValue(state, Parse(pair[(at + 1)..], value.PropertyType));
        }

        return (RiskState)state;
    }

    private static object Parse(string text, Type type) =>
        type == typeof(string) ? text
        : type.IsEnum ? Enum.Parse(type, text)
        : Convert.ChangeType(text, type, CultureInfo.InvariantCulture);
}
