using System.Globalization;
using System.Reflection;
using System.Text;

namespace Keel.Strategies.Registry;

/// <summary>One setting of a strategy: a parameter of its constructor under the name that profiles use.</summary>
public sealed class StrategySetting
{
    // A comma in a number is a slip more often than a thousand: 0,5 must not become 5.
    private const NumberStyles Decimal =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private readonly ParameterInfo parameter;
    private readonly Type type;

    internal StrategySetting(ParameterInfo parameter)
    {
        this.parameter = parameter;
        type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        Name = NameOf(parameter.Name ?? "");
        Standard = parameter.HasDefaultValue ? Text(parameter.DefaultValue) : null;
        if (!type.IsEnum && Type.GetTypeCode(type) is TypeCode.Object or TypeCode.DateTime or TypeCode.DBNull or TypeCode.Char)
        {
            throw new StrategyException(
                Name,
                $"{parameter.Member.DeclaringType} takes {type.Name} {parameter.Name}, which no profile can give",
                "let a constructor take numbers, texts, true or false, and enums"
            );
        }
    }

    /// <summary>The name in profiles: <c>stop_bars</c>.</summary>
    public string Name { get; }

    /// <summary>What counts when it is not given; null when it must be.</summary>
    public string? Standard { get; }

    /// <summary>What sort of value it takes, in words.</summary>
    public string Kind =>
        type.IsEnum
            ? string.Join(" or ", Enum.GetNames(type).Select(NameOf))
            : Type.GetTypeCode(type) switch
            {
                TypeCode.String => "a text",
                TypeCode.Boolean => "true or false",
                TypeCode.Double or TypeCode.Single or TypeCode.Decimal => "a number",
                _ => "a whole number",
            };

    /// <summary>A name of the code as profiles write it: <c>stopBars</c> is <c>stop_bars</c>.</summary>
    internal static string NameOf(string name)
    {
        var words = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && words.Length > 0)
            {
                words.Append('_');
            }

            words.Append(char.ToLowerInvariant(c));
        }

        return words.ToString();
    }

    /// <summary>Why a text cannot be this setting, null standing for a setting that is not given; null when it can.</summary>
    internal StrategyException? Trouble(string? text) =>
        text is null
            ? parameter.HasDefaultValue
                ? null
                : new StrategyException(Name, $"strategy.{Name} is missing", $"add {Name}, {Kind}")
            : TryRead(text, out _)
                ? null
                : new StrategyException(Name, $"'{text}' is not {Kind}", $"give {Name} as {Kind}");

    internal object? Read(string? text) =>
        Trouble(text) is { } trouble ? throw trouble
        : text is null ? parameter.DefaultValue
        : TryRead(text, out var value) ? value
        : null;

    private bool TryRead(string text, out object? value)
    {
        value = null;
        try
        {
            if (type.IsEnum)
            {
                var name = Enum.GetNames(type).FirstOrDefault(name => NameOf(name) == text);
                value = name is null ? null : Enum.Parse(type, name);
            }
            else if (type == typeof(double) || type == typeof(float))
            {
                var number = double.Parse(text, Decimal, CultureInfo.InvariantCulture);
                value = double.IsFinite(number) ? Convert.ChangeType(number, type, CultureInfo.InvariantCulture) : null;
            }
            else if (type == typeof(decimal))
            {
                value = decimal.Parse(text, Decimal, CultureInfo.InvariantCulture);
            }
            else if (type == typeof(bool))
            {
                // As everywhere in a profile, on and off are meant too.
                value =
                    text is "true" or "on" ? true
                    : text is "false" or "off" ? false
                    : null;
            }
            else
            {
                value = Convert.ChangeType(text, type, CultureInfo.InvariantCulture);
            }
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException or InvalidCastException)
        {
            return false;
        }

        return value is not null;
    }

    private static string Text(object? value) =>
        value is bool yes ? (yes ? "true" : "false")
        : value is Enum word ? NameOf(word.ToString())
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
