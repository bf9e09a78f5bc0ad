using Unshell.Catalog.Snapshots;

namespace Unshell.Catalog.Tests.Snapshots;

public sealed class CatalogBuildTests
{
    private const string Definition = """
        # syntax=dhi.io/build:2-debian13

        name: Sample 1.x
        image: dhi.io/sample
        variant: runtime
        tags:
          - 1.2-debian13
          - "1.10"
        platforms:
          - linux/amd64
        dates:
          release: "2026-01-02"
        contents:
          packages:
            - '!gawk'
            - redis=6:7.2.16-1rl1~trixie1
            - base-files
          artifacts:
            - name: dhi.io/golang:1.26.7-debian13@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
              uid: 0
              gid: 0
        accounts:
          run-as: "999"
          users:
            - name: other
              uid: 1
              gid: 1
            - name: runner
              uid: 999
              gid: 999
          groups: []
        os-release:
          id: debian
          version-id: "13"
        environment:
          EMPTY: ""
        paths:
          - type: symlink
            path: /a
            uid: 0
            gid: 0
            source: /b

        """;

    [Fact]
    public void A_definition_is_read_from_its_yaml()
    {
        var build = CatalogBuild.From("2026-01-31", [new DefinitionFile("image/sample/debian-13/1.yaml", Definition)]);
        build.Definitions.ShouldBe(1);
        build.Tags.ShouldBe(2);
        var image = HardenedCatalog.Read(build.Snapshot).ImagesOf("sample").ShouldHaveSingleItem();
        image.Tags.ShouldBe(["1.10", "1.2-debian13"]);
        image.Packages.ShouldBe(["base-files", "redis"]);
        image.Excluded.ShouldBe(["gawk"]);
        image.Users[0].ShouldBe(new ImageAccount("runner", 999, 999));
        image.Environment["EMPTY"].ShouldBe("");
        image.Paths.ShouldBe([new ImagePath("symlink", "/a", "/b", 0, 0, null)]);
        image.EndOfLife.ShouldBeNull();
    }

    [Fact]
    public void Files_that_images_carry_are_no_definitions()
    {
        var build = CatalogBuild.From("2026-01-31",
        [
            new DefinitionFile("image/sample/debian-13/1.yaml", Definition),
            new DefinitionFile("image/sample/config/app.yaml", "server:\n  port: 80\n"),
            new DefinitionFile("package/sample/1.yaml", Definition),
        ]);
        build.Definitions.ShouldBe(1);
        build.Skipped.ShouldBe(["image/sample/config/app.yaml"]);
    }

    [Fact]
    public void A_digest_that_a_definition_names_pins_the_image_it_names()
    {
        var golang = Definition.Replace("image: dhi.io/sample", "image: dhi.io/golang").Replace("- 1.2-debian13", "- 1.26.7-debian13");
        var build = CatalogBuild.From("2026-01-31",
            [new DefinitionFile("image/sample/1.yaml", Definition), new DefinitionFile("image/golang/1.yaml", golang)]);
        var catalog = HardenedCatalog.Read(build.Snapshot);
        catalog.ImagesOf("golang").ShouldHaveSingleItem().Digest.ShouldBe("sha256:" + new string('a', 64));
        catalog.ImagesOf("sample").ShouldHaveSingleItem().Digest.ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-13-01", "cannot build the catalog: 2026-13-01 is not a day in the form yyyy-MM-dd")]
    [InlineData("today", "cannot build the catalog: today is not a day in the form yyyy-MM-dd")]
    public void A_day_that_is_none_is_refused(string date, string message) =>
        Should.Throw<CatalogFormatException>(() => CatalogBuild.From(date, [])).Message.ShouldBe(message);

    [Fact]
    public void A_tag_in_two_definitions_is_refused() =>
        Should.Throw<CatalogFormatException>(() => CatalogBuild.From("2026-01-31",
            [new DefinitionFile("image/sample/1.yaml", Definition), new DefinitionFile("image/sample/2.yaml", Definition)]))
            .Message.ShouldBe("cannot build the catalog: image/sample/2 and image/sample/1 both have the tag 1.10");

    [Fact]
    public void A_file_that_is_not_yaml_is_named_with_the_place() =>
        Should.Throw<CatalogFormatException>(() => CatalogBuild.From("2026-01-31",
            [new DefinitionFile("image/sample/1.yaml", "# x\nimage: dhi.io/sample\ntags: [\n")]))
            .Message.ShouldStartWith("cannot read image/sample/1.yaml:");

    [Fact]
    public void A_variable_whose_name_is_no_text_is_refused() =>
        Should.Throw<CatalogFormatException>(() => CatalogBuild.From("2026-01-31",
            [new DefinitionFile("image/sample/1.yaml", Definition.Replace("EMPTY: \"\"", "? [a]\n  : b"))]))
            .Message.ShouldBe("cannot read image/sample/1.yaml: a key is no text");

    [Fact]
    public void A_definition_without_an_account_is_refused() =>
        Should.Throw<CatalogFormatException>(() => CatalogBuild.From("2026-01-31",
            [new DefinitionFile("image/sample/1.yaml", Definition.Replace("run-as", "ran-as"))]))
            .Message.ShouldBe("cannot read image/sample/1.yaml: it has no run-as");
}
