using System.Globalization;
using System.Reflection;
using System.Text;

namespace Keel.Strategies.Registry;

/// <summary>One setting of a strategy: a parameter of its constructor under the name that profiles use.</summary>
public sealed class StrategySetting
{
    private readonly ParameterInfo parameter;

    internal StrategySetting(ParameterInfo parameter)
    {
        this.parameter = parameter;
        Name = NameOf(parameter.Name ?? "");
        Standard = parameter.HasDefaultValue ? Text(parameter.DefaultValue) : null;
    }

    /// <summary>The name in profiles: <c>stop_bars</c>.</summary>
    public string Name { get; }

    /// <summary>What counts when it is not given; null when it must be.</summary>
    public string? Standard { get; }

    /// <summary>What sort of value it takes, in words.</summary>
    public string Kind =>
        Type.GetTypeCode(parameter.ParameterType) switch
        {
            TypeCode.Int32 or TypeCode.Int64 or TypeCode.UInt64 => "a whole number",
            TypeCode.Double or TypeCode.Decimal => "a number",
            TypeCode.Boolean => "true or false",
            _ => "a text",
        };

    internal object? Read(string? text)
    {
        if (text is null)
        {
            return parameter.HasDefaultValue
                ? parameter.DefaultValue
                : throw new StrategyException(Name, $"strategy.{Name} is missing", $"add {Name}, {Kind}");
        }

        try
        {
            return Convert.ChangeType(text, parameter.ParameterType, CultureInfo.InvariantCulture);
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException or InvalidCastException)
        {
            throw new StrategyException(Name, $"'{text}' is not {Kind}", $"give {Name} as {Kind}");
        }
    }

    private static string Text(object? value) =>
        value is bool yes ? (yes ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string NameOf(string parameter)
    {
        var name = new StringBuilder();
        foreach (var c in parameter)
        {
            if (char.IsUpper(c))
            {
                name.Append('_');
            }

            name.Append(char.ToLowerInvariant(c));
        }

        return name.ToString();
    }
}
