using NodaTime;

namespace Keel.Data.Synthetic;

/// <summary>When and from which signal a planted edge works, and how large it is on a day.</summary>
internal sealed class EdgeSchedule
{
    /// <summary>For how many sessions the decoy looks like an edge.</summary>
    public const int DecoySessions = 60;

    /// <summary>The hour of the regime-hour form, in New York minutes of the day.</summary>
    public const int HourFrom = (10 * 60) + 30;

    /// <summary>The end of that hour.</summary>
    public const int HourTo = (11 * 60) + 30;

    private const double DaysPerYear = 365.25;
    private const double Ln2 = 0.6931471805599453;

    private readonly MarketModel model;
    private readonly LocalDate firstDay;

    public EdgeSchedule(MarketModel model, LocalDate firstDay) => (this.model, this.firstDay) = (model, firstDay);

    /// <summary>The correlation planted on a day; 0 when there is none.</summary>
    public double SizeOn(LocalDate day, int index) =>
        model.Form switch
        {
            PlantedEdge.Decaying => model.Edge * Portable.Exp(-Ln2 * Period.DaysBetween(firstDay, day) / DaysPerYear),
            PlantedEdge.Decoy => index < DecoySessions ? model.Edge : 0,
            PlantedEdge.Imbalance or PlantedEdge.RegimeHour or PlantedEdge.Interaction => model.Edge,
        };

    /// <summary>The signal that moves the price in the minute that begins now.</summary>
    public double Signal(in FlowGauge flow, int minuteOfDay) =>
        model.Form switch
        {
            PlantedEdge.Interaction => flow.Interaction,
            PlantedEdge.RegimeHour => minuteOfDay is >= HourFrom and < HourTo ? flow.Imbalance : 0,
            PlantedEdge.Imbalance or PlantedEdge.Decaying or PlantedEdge.Decoy => flow.Imbalance,
        };
}
