using NodaTime;

namespace Keel.Domain.Sessions;

/// <summary>The dated rules of one group of products: the first row that fits a day decides it.</summary>
internal sealed record ExchangeRules(string Name, DayRule[] Rows, LocalTime RegularFrom, LocalTime RegularTo)
{
    /// <summary>The last day with a pause at 15:15; null where there never was one.</summary>
    public LocalDate? LastDayWithPause { get; init; }

    public static readonly ExchangeRules EquityIndex = new(
        "equity_index",
        [
            new(ExchangeDays.FullHoliday, DayHours.Closed),
            new(ExchangeDays.MinorHoliday, DayHours.Halt(12, 0)),
            new(ExchangeDays.StocksCloseEarly, DayHours.Early(12, 15, new LocalTime(13, 0))),
            new(ExchangeDays.Ordinary, DayHours.Regular),
        ],
        new LocalTime(9, 30),
        new LocalTime(16, 0)
    )
    {
        LastDayWithPause = new LocalDate(2021, 6, 25),
    };

    private static readonly LocalTime CrudeEarlyEnd = new(13, 30);

    public static readonly ExchangeRules EnergyCrude = new(
        "energy_crude",
        [
            new(ExchangeDays.FullHoliday, DayHours.Closed),
            new(ExchangeDays.MinorHoliday, DayHours.Halt(12, 0)) { FridaysOnly = true },
            new(ExchangeDays.MinorHoliday, DayHours.Halt(12, 0)) { Through = new LocalDate(2021, 12, 31) },
            new(ExchangeDays.MinorHoliday, DayHours.Halt(13, 30)) { From = new LocalDate(2022, 1, 1) },
            new(ExchangeDays.DayAfterThanksgiving, DayHours.Early(12, 45, CrudeEarlyEnd))
            {
                Through = new LocalDate(2023, 12, 31),
            },
            new(ExchangeDays.DayAfterThanksgiving, DayHours.Early(13, 45, CrudeEarlyEnd)) { From = new LocalDate(2024, 1, 1) },
            new(ExchangeDays.ChristmasEve, DayHours.Early(12, 45, CrudeEarlyEnd)),
            new(ExchangeDays.Ordinary | ExchangeDays.IndependenceEve, DayHours.Regular),
        ],
        new LocalTime(9, 0),
        new LocalTime(14, 30)
    );

    /// <summary>The hours of a day inside the dated tables.</summary>
    public DayHours On(LocalDate day, ExchangeDays kindOfDay)
    {
        foreach (var row in Rows)
        {
            if (row.Fits(day, kindOfDay))
            {
                return row.Hours;
            }
        }

        throw new InvalidOperationException($"the rules of {Name} say nothing about {day:uuuu-MM-dd} ({kindOfDay})");
    }

    /// <summary>The hours to expect beyond the dated tables: of all rows that ever held on such days, the one that closes first.</summary>
    public DayHours Expected(ExchangeDays kindOfDay)
    {
        DayHours? first = null;
        LocalTime? earliest = ExchangeDays.StocksCloseEarly.HasFlag(kindOfDay) ? DayHours.CautiousMidday : null;
        foreach (var row in Rows)
        {
            if (!row.On.HasFlag(kindOfDay))
            {
                continue;
            }

            if (row.Hours.Close is null)
            {
                return row.Hours;
            }

            first = first is null || row.Hours.Close < first.Close ? row.Hours : first;
            earliest = earliest < row.Hours.EarliestClose ? earliest : row.Hours.EarliestClose;
        }

        return first! with
        {
            EarliestClose = earliest,
        };
    }
}
