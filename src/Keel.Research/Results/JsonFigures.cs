using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Keel.Domain;

namespace Keel.Research.Results;

/// <summary>Figures in JSON: money with two decimals, everything else a number that reads back as itself, or null.</summary>
internal static class JsonFigures
{
    /// <summary>Indented, with line feeds everywhere, letters of all scripts as they are.</summary>
    public static JsonWriterOptions Options { get; } =
        new()
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        };

    /// <summary>An amount with two decimals, a half cent rounded away from zero.</summary>
    public static void Dollars(this Utf8JsonWriter json, string name, Money? amount)
    {
        if (amount is { } money)
        {
            json.WriteNumber(name, new decimal(money.RoundedCents) * 0.01m);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>An amount with two decimals, a half cent rounded away from zero.</summary>
    public static void Dollars(this Utf8JsonWriter json, string name, decimal? amount)
    {
        if (amount is { } dollars)
        {
            var cents = decimal.Round(dollars * 100, MidpointRounding.AwayFromZero);

            // A decimal may be a negative zero, which nobody wants to read.
            json.WriteNumber(name, (cents == 0 ? 0m : cents) * 0.01m);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>A number, or null where there is none.</summary>
    public static void Figure(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number == 0 ? 0 : number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>A whole number, or null where there is none.</summary>
    public static void Count(this Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>A setting: a number or a truth where its text is exactly that, else text.</summary>
    public static void Setting(this Utf8JsonWriter json, string name, string value)
    {
        json.WritePropertyName(name);
        if (value is "true" or "false")
        {
            json.WriteBooleanValue(value is "true");
        }
        else if (IsNumber(value))
        {
            json.WriteRawValue(value);
        }
        else
        {
            json.WriteStringValue(value);
        }
    }

    /// <summary>A list of sentences.</summary>
    public static void Sentences(this Utf8JsonWriter json, string name, IEnumerable<string> sentences)
    {
        json.WriteStartArray(name);
        foreach (var sentence in sentences)
        {
            json.WriteStringValue(sentence);
        }

        json.WriteEndArray();
    }

    // Digits with at most one point inside and no needless zero in front: 007 and 1. are names, not numbers.
    private static bool IsNumber(string text)
    {
        var digits = text.AsSpan(text.StartsWith('-') ? 1 : 0);
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        var isPlain = !digits.IsEmpty && !whole.IsEmpty && (whole.Length == 1 || whole[0] != '0') && AllDigits(whole);
        return isPlain && (point < 0 || point < digits.Length - 1 && AllDigits(digits[(point + 1)..]));
    }

    private static bool AllDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
