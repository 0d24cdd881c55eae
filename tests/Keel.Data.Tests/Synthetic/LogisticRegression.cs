namespace Keel.Data.Tests.Synthetic;

/// <summary>The plainest classifier there is: standardised features, gradient steps over all rows, a little shrinkage.</summary>
internal sealed class LogisticRegression
{
    private readonly double[] means;
    private readonly double[] scales;
    private readonly double[] weights;
    private double constant;

    private LogisticRegression(double[][] rows)
    {
        var width = rows[0].Length;
        means = new double[width];
        scales = new double[width];
        weights = new double[width];
        for (var i = 0; i < width; i++)
        {
            means[i] = rows.Average(row => row[i]);
            scales[i] = Math.Sqrt(rows.Average(row => (row[i] - means[i]) * (row[i] - means[i]))) + 1e-12;
        }
    }

    public static LogisticRegression Train(double[][] rows, bool[] labels)
    {
        var model = new LogisticRegression(rows);
        var standard = rows.Select(row => row.Select((value, i) => (value - model.means[i]) / model.scales[i]).ToArray())
            .ToArray();
        for (var step = 0; step < 150; step++)
        {
            var gradient = new double[model.weights.Length];
            var shift = 0.0;
            for (var at = 0; at < standard.Length; at++)
            {
                var error = (labels[at] ? 1 : 0) - Probability(model.constant + Dot(model.weights, standard[at]));
                shift += error;
                for (var i = 0; i < gradient.Length; i++)
                {
                    gradient[i] += error * standard[at][i];
                }
            }

            model.constant += shift / rows.Length;
            for (var i = 0; i < gradient.Length; i++)
            {
                model.weights[i] += (gradient[i] / rows.Length) - (1e-3 * model.weights[i]);
            }
        }

        return model;
    }

    public double Score(double[] row)
    {
        var sum = constant;
        for (var i = 0; i < row.Length; i++)
        {
            sum += weights[i] * (row[i] - means[i]) / scales[i];
        }

        return sum;
    }

    /// <summary>How often a row of the one sort scores above a row of the other: 0.5 is a coin.</summary>
    public static double Auc(IEnumerable<(double Score, bool Label)> scored)
    {
        var sorted = scored.OrderBy(pair => pair.Score).ToArray();
        var (ranks, positives) = (0.0, 0L);
        for (var i = 0; i < sorted.Length; i++)
        {
            ranks += sorted[i].Label ? i + 1 : 0;
            positives += sorted[i].Label ? 1 : 0;
        }

        return (ranks - (positives * (positives + 1) / 2.0)) / (positives * (sorted.Length - positives));
    }

    private static double Probability(double score) => 1 / (1 + Math.Exp(-score));

    private static double Dot(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
