using System.Reflection;
using Keel.Cli.Profiles;
using Keel.Cli.Profiles.Keys;
using Keel.Cli.Profiles.Text;
using Keel.Cli.Profiles.Values;

namespace Keel.Cli.Tests.Profiles;

public class SchemaTests
{
    [Fact]
    public void No_key_is_listed_twice() =>
        Assert.Equal(ProfileSchema.Keys.Count, ProfileSchema.Keys.Select(key => key.Path).Distinct().Count());

    [Fact]
    public void Every_key_that_is_declared_is_listed()
    {
        var declared =
            from type in typeof(ProfileKey).Assembly.GetTypes()
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public)
            where field.FieldType.IsAssignableTo(typeof(ProfileKey))
            select ((ProfileKey)field.GetValue(null)!).Path;

        Assert.Equal(
            declared.Order(StringComparer.Ordinal),
            ProfileSchema.Keys.Select(key => key.Path).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_default_is_itself_valid()
    {
        foreach (var key in ProfileSchema.Keys.Where(key => key.Default is not null))
        {
            Assert.Empty(ProblemsOf(key, key.Default!));
        }
    }

    [Fact]
    public void Every_example_of_a_value_is_itself_valid()
    {
        foreach (var key in ProfileSchema.Keys)
        {
            Assert.Empty(ProblemsOf(key, key.Rule.Example));
        }
    }

    [Fact]
    public void Every_meaning_is_one_sentence()
    {
        foreach (var key in ProfileSchema.Keys)
        {
            Assert.EndsWith(".", key.Meaning, StringComparison.Ordinal);
            Assert.DoesNotContain(". ", key.Meaning, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_key_looks_like_a_credential() =>
        Assert.DoesNotContain(ProfileSchema.Keys, key => SecretNames.IsSecret(key.Path[(key.Path.LastIndexOf('.') + 1)..]));

    [Fact]
    public void Former_names_lead_to_keys_that_exist() =>
        Assert.All(ProfileSchema.FormerNames.Values, path => Assert.NotNull(ProfileSchema.TryFind(path)));

    // Judged by the key's own rule: an exit alone, say, would rightly be told that it has no stop.
    private static IReadOnlyList<ProfileProblem> ProblemsOf(ProfileKey key, string text)
    {
        var problems = new ProblemList();
        var environment = new EnvironmentNames(_ => null, problems);
        var node = ProfileTree.Read(text, _ => Place.OfOverride(key.Path), key.Path, environment, problems);
        Assert.NotNull(key.Rule.Read(node!, key.Path, new Reading(problems, Reads.Today)));
        return problems.InOrder();
    }
}
