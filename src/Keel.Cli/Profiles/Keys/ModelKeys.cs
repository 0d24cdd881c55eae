using Keel.Cli.Profiles.Values;

namespace Keel.Cli.Profiles.Keys;

/// <summary>With what it is predicted; for trees LightGBM's names and defaults of Keel's own.</summary>
internal static class ModelKeys
{
    public static readonly KeySection Section = new("model");

    public static readonly ProfileKey<string> Kind = Section.May(
        "kind",
        Rules.Choice("boosted-trees", "feed-forward", "lstm", "lstm-dense", "lstm-attention", "transformer", "ensemble"),
        "The kind of model.",
        "boosted-trees"
    );

    public static readonly ProfileKey<string> File = Section.May(
        "file",
        Rules.Text("models/direction.txt"),
        "A finished model instead of one that is trained here."
    );

    public static readonly ProfileKey<decimal> MinConfidence = Section.May(
        "min_confidence",
        Rules.Number(0, 1),
        "No trade below this confidence.",
        "0.60"
    );

    public static readonly ProfileKey<int> Seed = Section.May(
        "seed",
        Rules.Whole(0, int.MaxValue),
        "Fixes all that is random in training.",
        "1"
    );

    public static readonly ProfileKey<int> NumLeaves = Section.May("num_leaves", Rules.Whole(2, 4096), "Leaves of a tree.", "31");

    public static readonly ProfileKey<int> MaxDepth = Section.May("max_depth", Rules.Whole(1, 64), "Depth of a tree.", "6");

    public static readonly ProfileKey<decimal> LearningRate = Section.May(
        "learning_rate",
        Rules.Number(0.000001m, 1),
        "How much of each step counts.",
        "0.05"
    );

    public static readonly ProfileKey<int> NumIterations = Section.May(
        "num_iterations",
        Rules.Whole(1, 100_000),
        "At most so many trees.",
        "1000"
    );

    public static readonly ProfileKey<int> EarlyStopping = Section.May(
        "early_stopping_rounds",
        Rules.Whole(1, 10_000),
        "Stop after so many rounds without gain on the validation part.",
        "50"
    );

    public static readonly ProfileKey<string> Metric = Section.May(
        "metric",
        Rules.Choice("auc", "log_loss", "accuracy"),
        "What early stopping looks at.",
        "auc"
    );

    public static readonly ProfileKey<decimal> FeatureFraction = Section.May(
        "feature_fraction",
        Rules.Number(0.01m, 1),
        "Which part of the features a tree may use.",
        "0.8"
    );

    public static readonly ProfileKey<decimal> BaggingFraction = Section.May(
        "bagging_fraction",
        Rules.Number(0.01m, 1),
        "Which part of the rows a tree may use; needs bagging_freq.",
        "0.8"
    );

    public static readonly ProfileKey<int> BaggingFreq = Section.May(
        "bagging_freq",
        Rules.Whole(0, 1000),
        "Draw the rows anew every so many trees; 0 uses them all.",
        "0"
    );

    public static readonly ProfileKey<int> MinDataInLeaf = Section.May(
        "min_data_in_leaf",
        Rules.Whole(1, 1_000_000),
        "Rows that a leaf needs.",
        "100"
    );

    public static readonly ProfileKey<decimal> LambdaL1 = Section.May(
        "lambda_l1",
        Rules.Number(0, 10_000),
        "Pulls small leaves to zero.",
        "0"
    );

    public static readonly ProfileKey<decimal> LambdaL2 = Section.May(
        "lambda_l2",
        Rules.Number(0, 10_000),
        "Pulls all leaves towards zero.",
        "0"
    );

    public static readonly ProfileKey<decimal> MinGain = Section.May(
        "min_gain_to_split",
        Rules.Number(0, 10_000),
        "What a split must gain.",
        "0"
    );

    public static readonly ProfileKey<int> MaxBin = Section.May("max_bin", Rules.Whole(2, 65_535), "Bins of a feature.", "255");

    public static readonly ProfileKey<int> SequenceLength = Section.May(
        "sequence_length",
        Rules.Whole(1, 10_000),
        "Rows of a sequence; for nets with memory.",
        "14"
    );

    public static readonly ProfileKey<int> HiddenSize = Section.May(
        "hidden_size",
        Rules.Whole(1, 4096),
        "Cells of a layer of a net.",
        "64"
    );

    public static readonly ProfileKey<int> Layers = Section.May("layers", Rules.Whole(1, 64), "Layers of a net.", "2");

    public static readonly ProfileKey<decimal> Dropout = Section.May(
        "dropout",
        Rules.Number(0, 0.95m),
        "Which part of a layer is silenced in training.",
        "0.2"
    );

    public static readonly ProfileKey<int> Epochs = Section.May(
        "epochs",
        Rules.Whole(1, 10_000),
        "How often a net sees the training part, at most.",
        "50"
    );

    public static readonly ProfileKey<int> BatchSize = Section.May(
        "batch_size",
        Rules.Whole(1, 1_000_000),
        "Rows of a step of a net.",
        "256"
    );
}
