using System.Globalization;
using NodaTime;

namespace Keel.Domain.Facts;

/// <summary>One row of a <see cref="FactTable"/>: cells by column name, each complaint with file and line.</summary>
public sealed class FactRow
{
    private readonly FactTable table;
    private readonly string[] cells;

    internal FactRow(FactTable table, int line, string[] cells)
    {
        this.table = table;
        Line = line;
        this.cells = cells;
    }

    /// <summary>The line of the file, counted from 1.</summary>
    public int Line { get; }

    /// <summary>The cell's text; null when it is empty.</summary>
    public string? Optional(string column)
    {
        var cell = cells[table.Column(column, Line)];
        return cell.Length == 0 ? null : cell;
    }

    /// <summary>The cell's text; throws when it is empty.</summary>
    public string Text(string column) => Optional(column) ?? throw Wrong($"'{column}' is empty");

    /// <summary>The words of a cell, parted by blanks; throws when it is empty.</summary>
    public IReadOnlyList<string> Words(string column) => Text(column).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The words of a cell as numbers; throws when it is empty.</summary>
    public IReadOnlyList<decimal> Numbers(string column) => [.. Words(column).Select(word => AsNumber(column, word))];

    /// <summary>The cell as a number; null when it is empty.</summary>
    public decimal? OptionalNumber(string column) => Optional(column) is { } text ? AsNumber(column, text) : null;

    /// <summary>The cell as a number; throws when it is empty.</summary>
    public decimal Number(string column) => AsNumber(column, Text(column));

    /// <summary>The cell as a whole number; throws when it is empty.</summary>
    public int Whole(string column) =>
        int.TryParse(Text(column), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole
            : throw Wrong($"'{column}' is not a whole number: '{Text(column)}'");

    /// <summary>The cell as <c>yes</c> or <c>no</c>; throws when it is anything else.</summary>
    public bool YesNo(string column) =>
        Text(column) switch
        {
            "yes" => true,
            "no" => false,
            var other => throw Wrong($"'{column}' is neither yes nor no: '{other}'"),
        };

    /// <summary>The cell as a date such as <c>2025-12-19</c>; null when it is empty.</summary>
    public LocalDate? OptionalDate(string column) => Optional(column) is { } text ? AsDate(column, text) : null;

    /// <summary>The cell as a date such as <c>2025-12-19</c>; throws when it is empty.</summary>
    public LocalDate Date(string column) => AsDate(column, Text(column));

    /// <summary>The cell as a time of day such as <c>09:30</c>; null when it is empty.</summary>
    public LocalTime? OptionalTime(string column) => Optional(column) is { } text ? AsTime(column, text) : null;

    /// <summary>The cell as a time of day such as <c>09:30</c>; throws when it is empty.</summary>
    public LocalTime Time(string column) => AsTime(column, Text(column));

    /// <summary>The cell as an instant such as <c>2025-11-28T18:10:00Z</c>; throws when it is empty.</summary>
    public Timestamp Instant(string column) =>
        Timestamp.TryParse(Text(column), out var instant)
            ? instant
            : throw Wrong($"'{column}' is not an instant such as 2025-11-28T18:10:00Z: '{Text(column)}'");

    /// <summary>One of a set of words; throws with the words when the cell is none of them.</summary>
    public T Choice<T>(string column, IReadOnlyDictionary<string, T> words) =>
        words.TryGetValue(Text(column), out var choice)
            ? choice
            : throw Wrong(
                $"'{column}' is '{Text(column)}', not one of {string.Join(", ", words.Keys.Order(StringComparer.Ordinal))}"
            );

    /// <summary>Builds a value from the row; whatever the value refuses becomes a complaint about this line.</summary>
    public T Build<T>(Func<FactRow, T> build)
    {
        try
        {
            return build(this);
        }
        catch (Exception refused) when (refused is ArgumentException or OverflowException)
        {
            throw new FactException(Wrong(refused.Message).Message, refused);
        }
    }

    /// <summary>A complaint about this row.</summary>
    public FactException Wrong(string complaint) => new(table.File, Line, complaint);

    private decimal AsNumber(string column, string text) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : throw Wrong($"'{column}' is not a number: '{text}'");

    // Read without NodaTime's patterns: building those takes longer than everything else a calendar needs to start.
    private LocalDate AsDate(string column, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? LocalDate.FromDateOnly(date)
            : throw Wrong($"'{column}' is not a date such as 2025-12-19: '{text}'");

    private LocalTime AsTime(string column, string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? LocalTime.FromTimeOnly(time)
            : throw Wrong($"'{column}' is not a time such as 09:30: '{text}'");
}
