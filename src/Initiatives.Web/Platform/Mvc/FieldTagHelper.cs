using System.Text.Encodings.Web;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;
using Initiatives.Web.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Initiatives.Web.Platform.Mvc;

/// <summary>
/// A labelled field with its hint and its error beside it. What was typed stands before what the model says.
/// <c>&lt;field name="Title" label="Tên sáng kiến" value="@Model.Title" /&gt;</c>; kind: text (default), textarea, rich,
/// select, number, date, checkbox, file, password, email.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Input name, also the key of its errors.</summary>
    public string Name { get; set; } = "";
    public string Label { get; set; } = "";
    public string? Hint { get; set; }
    public object? Value { get; set; }
    public string Kind { get; set; } = "text";
    public int Rows { get; set; } = 5;

    /// <summary>Shows "(bắt buộc)" to everybody; emptiness is refused by the server.</summary>
    public bool Required { get; set; }

    /// <summary>For a select: value and text.</summary>
    public IEnumerable<(string Value, string Text)>? Options { get; set; }

    /// <summary>Text of the empty choice of a select; null: none.</summary>
    public string? Empty { get; set; }

    /// <summary>The label is for screen readers only.</summary>
    public bool HideLabel { get; set; }

    /// <summary>Attributes for the control itself, as <c>control-data-share=""</c>.</summary>
    [HtmlAttributeName(DictionaryAttributePrefix = "control-")]
    public Dictionary<string, string?> Control { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = ViewContext.ViewData.ModelState;
        state.TryGetValue(Name, out var entry);
        var errors = entry?.Errors ?? [];
        var id = IdOf(Name);
        var text = entry?.AttemptedValue is { } typed && Kind != "password" ? typed : Text(Value);

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", string.Join(' ', new[] { "field", errors.Count > 0 ? "bad" : null, Kind == "checkbox" ? "check" : null, context.AllAttributes["class"]?.Value?.ToString() }.Where(item => item is not null)));
        var content = output.Content;
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        if (HideLabel) label.AddCssClass("visually-hidden");
        label.InnerHtml.Append(Label);
        if (Required) label.InnerHtml.AppendHtml(" <span class=\"muted\">(bắt buộc)</span>");

        var described = new List<string>();
        if (Hint is not null) described.Add(id + "-hint");
        if (errors.Count > 0) described.Add(id + "-error");
        var control = Build(id, text);
        foreach (var (key, value) in Control) control.Attributes[key] = value ?? "";
        if (described.Count > 0) control.Attributes["aria-describedby"] = string.Join(' ', described);
        if (errors.Count > 0) control.Attributes["aria-invalid"] = "true";
        if (Required && Kind != "checkbox") control.Attributes["aria-required"] = "true";

        if (Kind == "checkbox") content.AppendHtml(control).AppendHtml(label);
        else content.AppendHtml(label);
        if (Hint is not null) content.AppendHtml($"<div class=\"hint\" id=\"{id}-hint\">").Append(Hint).AppendHtml("</div>");
        if (Kind != "checkbox") content.AppendHtml(control);
        if (errors.Count > 0)
        {
            content.AppendHtml($"<div class=\"error\" id=\"{id}-error\">").AppendHtml(Icons.Markup("exclamation-circle-fill")).AppendHtml("<span>");
            content.Append(string.Join(" ", errors.Select(error => error.ErrorMessage))).AppendHtml("</span></div>");
        }
    }

    private TagBuilder Build(string id, string text)
    {
        var control = new TagBuilder(Kind switch { "textarea" or "rich" => "textarea", "select" => "select", _ => "input" });
        control.Attributes["id"] = id;
        control.Attributes["name"] = Name;
        switch (Kind)
        {
            case "textarea" or "rich":
                control.Attributes["rows"] = Rows.ToString(System.Globalization.CultureInfo.InvariantCulture);
                if (Kind == "rich") control.Attributes["data-rich"] = "";
                control.InnerHtml.AppendHtml("\n").Append(text);   // a browser drops one leading line break
                break;
            case "select":
                if (Empty is not null) control.InnerHtml.AppendHtml(Option("", Empty, text));
                foreach (var (value, shown) in Options ?? []) control.InnerHtml.AppendHtml(Option(value, shown, text));
                break;
            case "checkbox":
                control.Attributes["type"] = "checkbox";
                control.Attributes["value"] = "true";
                if (text.Split(',').Contains("true", StringComparer.OrdinalIgnoreCase)) control.Attributes["checked"] = "checked";
                control.TagRenderMode = TagRenderMode.SelfClosing;
                break;
            default:
                control.Attributes["type"] = Kind is "number" or "date" ? "text" : Kind;
                if (Kind == "number") control.Attributes["inputmode"] = "decimal";
                if (Kind == "date") control.Attributes["placeholder"] = "ngày/tháng/năm";
                if (Kind is not ("password" or "file")) control.Attributes["value"] = text;
                control.TagRenderMode = TagRenderMode.SelfClosing;
                break;
        }

        return control;
    }

    private static TagBuilder Option(string value, string shown, string current)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = value;
        if (value == current) option.Attributes["selected"] = "selected";
        option.InnerHtml.Append(shown);
        return option;
    }

    /// <summary>An id that CSS and links can use: "Authors[0].Name" → "Authors-0-Name".</summary>
    public static string IdOf(string name) =>
        string.Join('-', name.Split(['[', ']', '.'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Values as Vietnamese people write them.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        decimal number => VietnameseNumber.Format(number),
        DateOnly date => VietnamTime.Short(date),
        Enum choice => choice.ToString(),
        bool flag => flag ? "true" : "false",
        IFormattable formattable => formattable.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}

/// <summary>All refusals of a form at its top, each a link to its field. ModelState sorts them by name, <see cref="Fields"/> as the form has them.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Names of fields from the first to the last; what is not named stands before them.</summary>
    public IEnumerable<string> Fields { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var order = Fields.ToList();
        var errors = ViewContext.ViewData.ModelState.OrderBy(pair => order.IndexOf(pair.Key))
            .SelectMany(pair => pair.Value!.Errors.Select(error => (pair.Key, error.ErrorMessage)))
            .DistinctBy(item => item.ErrorMessage).ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        var content = output.Content;
        if (errors.TrueForAll(error => error.Key.Length == 0))
        {
            foreach (var (_, message) in errors) content.AppendHtml("<p>").AppendHtml(Icons.Markup("exclamation-circle-fill")).Append(" " + message).AppendHtml("</p>");
            return;
        }

        content.AppendHtml("<p><strong>").Append(errors.Count == 1 ? "Còn một chỗ cần sửa:" : $"Còn {errors.Count} chỗ cần sửa:").AppendHtml("</strong></p><ul>");
        foreach (var (key, message) in errors)
        {
            content.AppendHtml("<li>");
            if (key.Length == 0) content.Append(message);
            else content.AppendHtml($"<a href=\"#{HtmlEncoder.Default.Encode(FieldTagHelper.IdOf(key))}\">").Append(message).AppendHtml("</a>");
            content.AppendHtml("</li>");
        }

        content.AppendHtml("</ul>");
    }
}
