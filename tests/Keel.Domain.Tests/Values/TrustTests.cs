using System.Reflection;

namespace Keel.Domain.Tests.Values;

public sealed class TrustTests
{
    private static readonly Type[] Types = typeof(Price).Assembly.GetTypes();

    [Fact]
    public void No_way_around_validation_is_public()
    {
        var open =
            from type in Types
            from method in type.GetConstructors().Cast<MethodBase>().Concat(type.GetMethods())
            where method.GetParameters().Any(each => each.IsDefined(typeof(TrustedAttribute)))
            select $"{type.Name}.{method.Name}";
        Assert.Empty(open);
    }

    [Fact]
    public void The_search_for_ways_around_validation_sees_one_that_is_internal() =>
        Assert.Contains(
            typeof(Domain.Markets.Bar).GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic),
            each => each.GetParameters().Any(parameter => parameter.IsDefined(typeof(TrustedAttribute)))
        );

    /// <summary>A value never set either says so (a flag that is true, such as <c>IsNone</c>) or can be read in every part.</summary>
    [Fact]
    public void A_struct_never_set_is_legal_or_says_that_it_is_none()
    {
        var structs = Types
            .Where(type => type is { IsValueType: true, IsEnum: false, IsByRefLike: false, IsGenericType: false })
            .Where(type => type.IsVisible);
        Assert.All(
            structs,
            type =>
            {
                var value = Activator.CreateInstance(type)!;
                Assert.NotNull(value.ToString());
                Assert.Equal(value, Activator.CreateInstance(type));
                Assert.Equal(value.GetHashCode(), Activator.CreateInstance(type)!.GetHashCode());
                var parts = type.GetProperties(BindingFlags.Instance | BindingFlags.Public);
                var saysNone = Array.Exists(parts, part => part.Name is "IsNone" or "IsUnknown" && part.GetValue(value) is true);
                if (!saysNone)
                {
                    Assert.All(parts, part => Assert.Null(Record.Exception(() => part.GetValue(value))));
                }
            }
        );
    }
}
