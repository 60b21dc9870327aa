//! Puts what was typed into a form of a page that is written already, and says what is wrong beside its field.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use axum::http::StatusCode;
use lol_html::errors::RewritingError;
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};

use super::refill_forms::{TypedForm, attribute, forms, which};
use crate::platform::problem::Refusal;
use crate::platform::text::escape_xml;
use crate::platform::texts::t;

/// Names of fields whose words are never shown again.
const SECRET: [&str; 5] = ["password", "wachtwoord", "token", "huidig", "current"];
/// Types of `<input>` that hold words or a number; a password or a file is typed anew.
const WORDS: [&str; 10] =
    ["", "text", "search", "email", "tel", "url", "number", "date", "time", "datetime-local"];

/// The page with the form filled in; nothing where the form is not on it.
///
/// Without a refusal the page says itself what is wrong, and what it sends of itself stays.
///
/// # Errors
/// A page that is no HTML.
pub fn fill(
    page: &str,
    sent: &TypedForm,
    refusal: Option<&Refusal>,
) -> Result<Option<String>, RewritingError> {
    let forms = forms(page)?;
    let Some(target) = which(&forms, sent) else { return Ok(None) };
    let filling = Filling {
        target,
        folded: forms[target].folded,
        lists: &forms[target].lists,
        at: Cell::new(0),
        parts: Cell::new(0),
        values: sent.values(),
        used: RefCell::new(HashMap::new()),
        select: RefCell::new(String::new()),
        refusal,
        told: RefCell::new(Vec::new()),
    };
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("form", |form| {
            filling.form(form);
            Ok(())
        }))
        .append_element_content_handler(element!("details", |part| {
            filling.unfold(part);
            Ok(())
        }))
        .append_element_content_handler(element!("input", |input| {
            filling.input(input);
            Ok(())
        }))
        .append_element_content_handler(element!("textarea", |area| {
            filling.area(area);
            Ok(())
        }))
        .append_element_content_handler(element!("select", |select| {
            filling.select(select);
            Ok(())
        }))
        .append_element_content_handler(element!("option", |option| {
            filling.option(option);
            Ok(())
        }));
    rewrite_str(page, settings).map(Some)
}

/// A form that is being filled in.
struct Filling<'a> {
    target: usize,
    folded: usize,
    lists: &'a [(String, Vec<String>)],
    /// How many forms began.
    at: Cell<usize>,
    /// How many folded parts began.
    parts: Cell<usize>,
    values: HashMap<&'a str, Vec<&'a str>>,
    /// How many fields of a name were filled.
    used: RefCell<HashMap<String, usize>>,
    /// The name of the list of choices that is being written.
    select: RefCell<String>,
    refusal: Option<&'a Refusal>,
    /// The fields beside which something was said.
    told: RefCell<Vec<String>>,
}

impl Filling<'_> {
    fn is_here(&self) -> bool {
        self.at.get() == self.target + 1
    }

    fn form(&self, form: &mut Element<'_, '_>) {
        self.at.set(self.at.get() + 1);
        if let Some(refusal) = self.refusal.filter(|_| self.is_here()) {
            form.prepend(&summary(refusal), ContentType::Html);
        }
    }

    /// What holds the form, or stands in it, is open.
    fn unfold(&self, part: &mut Element<'_, '_>) {
        self.parts.set(self.parts.get() + 1);
        if self.is_here() || self.parts.get() == self.folded {
            set(part, "open", true);
        }
    }

    fn input(&self, input: &mut Element<'_, '_>) {
        let Some(name) = attribute(input, "name").filter(|_| self.is_here()) else { return };
        let kind = attribute(input, "type").unwrap_or_default();
        match kind.as_str() {
            "checkbox" | "radio" => {
                let value = attribute(input, "value").unwrap_or_else(|| "on".to_owned());
                set(input, "checked", self.is_chosen(&name, &value));
            }
            "hidden" => {
                if let Some(value) = self.next(&name).filter(|_| self.refusal.is_some()) {
                    write(input, "value", value);
                }
                return;
            }
            kind if WORDS.contains(&kind) && !is_secret(&name) => {
                if let Some(value) = self.next(&name) {
                    write(input, "value", value);
                }
            }
            _ => {}
        }
        self.tell(input, &name);
    }

    fn area(&self, area: &mut Element<'_, '_>) {
        let Some(name) = attribute(area, "name").filter(|_| self.is_here()) else { return };
        if let Some(value) = self.next(&name) {
            // A browser takes the first line break of a textarea away.
            area.set_inner_content(&format!("\n{value}"), ContentType::Text);
        }
        self.tell(area, &name);
    }

    fn select(&self, select: &mut Element<'_, '_>) {
        let name = attribute(select, "name").filter(|_| self.is_here());
        if let Some(name) = &name {
            self.tell(select, name);
            self.add_choice(select, name);
        }
        *self.select.borrow_mut() = name.unwrap_or_default();
    }

    /// What a script put into a list, such as a place that was tapped, stays in it.
    fn add_choice(&self, select: &mut Element<'_, '_>, name: &str) {
        let Some(value) = self.values.get(name).and_then(|values| values.first()) else { return };
        let known = self
            .lists
            .iter()
            .filter(|(list, _)| list == name)
            .any(|(_, values)| values.iter().any(|one| one == value));
        if !known && !value.is_empty() {
            let label = attribute(select, "data-getikt").unwrap_or_else(|| (*value).to_owned());
            let choice =
                format!("<option value=\"{}\" selected>{}</option>", quoted(value), escape_xml(&label));
            select.prepend(&choice, ContentType::Html);
        }
    }

    fn option(&self, option: &mut Element<'_, '_>) {
        let name = self.select.borrow();
        if !self.is_here() || name.is_empty() || !self.values.contains_key(name.as_str()) {
            return;
        }
        let chosen = attribute(option, "value").is_some_and(|value| self.is_chosen(&name, &value));
        set(option, "selected", chosen);
    }

    fn is_chosen(&self, name: &str, value: &str) -> bool {
        self.values.get(name).is_some_and(|values| values.contains(&value))
    }

    /// What was typed into the next field of this name.
    fn next(&self, name: &str) -> Option<&str> {
        let mut used = self.used.borrow_mut();
        let at = used.entry(name.to_owned()).or_default();
        *at += 1;
        self.values.get(name)?.get(*at - 1).copied()
    }

    /// Says beside a field what is wrong with it, once.
    fn tell(&self, field: &mut Element<'_, '_>, name: &str) {
        let wrong: Vec<&str> = self.refusal.into_iter().flat_map(|refusal| refusal.about(name)).collect();
        if wrong.is_empty() || self.told.borrow().iter().any(|told| told == name) {
            return;
        }
        self.told.borrow_mut().push(name.to_owned());
        let id = error_id(name);
        let said = escape_xml(&wrong.join(" "));
        field.before(&format!("<span class=\"field-error\" id=\"{id}\">{said}</span>"), ContentType::Html);
        let described =
            attribute(field, "aria-describedby").map_or(id.clone(), |other| format!("{other} {id}"));
        write(field, "aria-describedby", &described);
        write(field, "aria-invalid", "true");
    }
}

/// A text as the value of an attribute.
fn quoted(text: &str) -> String {
    escape_xml(text).replace('"', "&quot;")
}

fn error_id(name: &str) -> String {
    let name: String =
        name.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect();
    format!("fout-{name}")
}

/// What is wrong, at the head of the form.
fn summary(refusal: &Refusal) -> String {
    let lines: Vec<String> =
        refusal.errors.iter().map(|error| format!("<p>{}</p>", escape_xml(&error.detail))).collect();
    let lead = if lines.is_empty() { &refusal.detail } else { &refusal.title };
    format!(
        "<div class=\"utrecht-alert utrecht-alert--error\" role=\"alert\"><div class=\"utrecht-alert__content\">\
         <p><strong>{}</strong></p>{}<p>{}</p></div></div>",
        escape_xml(lead),
        lines.concat(),
        escape_xml(&t("ui-typed-stays")),
    )
}

/// The problem's page with what was typed: to copy, or to send again where that may help.
///
/// # Errors
/// A page that is no HTML.
pub fn show(page: &str, sent: &TypedForm, status: StatusCode) -> Result<String, RewritingError> {
    let words: Vec<&str> = sent
        .typed
        .iter()
        .filter(|(name, value)| !is_secret(name) && is_words(value))
        .map(|(_, value)| value.as_str())
        .collect();
    if words.is_empty() {
        return Ok(page.to_owned());
    }
    let areas = words.iter().map(|value| {
        format!(
            "<textarea dir=\"auto\" class=\"utrecht-textarea\" rows=\"3\" readonly aria-label=\"{}\">\n{}</textarea>",
            quoted(&t("ui-typed")),
            escape_xml(value)
        )
    });
    let areas = areas.collect::<Vec<_>>().concat();
    let later = matches!(
        status,
        StatusCode::UNAUTHORIZED | StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS
    ) || status.is_server_error();
    let secret = sent.typed.iter().any(|(name, _)| is_secret(name));
    let again = if later && !secret { again(sent, status) } else { String::new() };
    let part = format!(
        "<section class=\"stack\"><h3>{}</h3><p>{}</p>{areas}{again}</section>",
        escape_xml(&t("ui-typed")),
        escape_xml(&t("ui-typed-copy"))
    );
    let settings = RewriteStrSettings::new().append_element_content_handler(element!("main", |main| {
        main.append(&part, ContentType::Html);
        Ok(())
    }));
    rewrite_str(page, settings)
}

/// The same form once more, as it was sent.
fn again(sent: &TypedForm, status: StatusCode) -> String {
    let hidden = sent.typed.iter().map(|(name, value)| {
        format!("<input type=\"hidden\" name=\"{}\" value=\"{}\"/>", quoted(name), quoted(value))
    });
    let hidden = hidden.collect::<Vec<_>>().concat();
    let enter = if status == StatusCode::UNAUTHORIZED {
        format!(
            "<p>{} <a class=\"utrecht-link\" href=\"/inloggen\" target=\"_blank\" rel=\"noopener\">{}</a></p>",
            escape_xml(&t("ui-typed-enter")),
            escape_xml(&t("accounts-login-title"))
        )
    } else {
        String::new()
    };
    format!(
        "{enter}<form method=\"post\" action=\"{}\">{hidden}<button class=\"utrecht-button utrecht-button--primary-action\" \
         type=\"submit\">{}</button></form>",
        quoted(&sent.action),
        escape_xml(&t("ui-typed-again"))
    )
}

fn is_secret(name: &str) -> bool {
    SECRET.iter().any(|secret| name.contains(secret))
}

/// Whether somebody typed this: more than an id, a number or one word of a list.
fn is_words(value: &str) -> bool {
    let value = value.trim();
    (value.contains(char::is_whitespace) || value.chars().count() > 12)
        && uuid::Uuid::try_parse(value).is_err()
}

/// Sets an attribute of a name that HTML knows.
fn write(element: &mut Element<'_, '_>, name: &str, value: &str) {
    if let Err(error) = element.set_attribute(name, &value.replace('&', "&amp;").replace('<', "&lt;")) {
        tracing::error!(%error, name, "an attribute could not be written");
    }
}

/// Sets an attribute that is there or not.
fn set(element: &mut Element<'_, '_>, name: &str, there: bool) {
    if there {
        write(element, name, "");
    } else {
        element.remove_attribute(name);
    }
}

#[cfg(test)]
mod tests {
    use super::{TypedForm, fill};
    use axum::http::StatusCode;

    use crate::platform::{FieldError, Problem, Refusal};

    #[test]
    fn words_choices_and_what_is_wrong_stand_in_the_form_that_was_sent_and_in_no_other() {
        let page = "<button form=\"w\" formaction=\"/x/online\">o</button><form action=\"/y\"><input name=\"a\" value=\"1\"></form>\
             <details><form id=\"w\" action=\"/x\"><input name=\"a\" value=\"1\"><select name=\"plek\" data-getikt=\"Hier\">\
             <option value=\"q\" selected>q</option></select><textarea name=\"t\"></textarea></form></details>";
        let typed = [("a", "5 & \"6\""), ("plek", "4.9,52"), ("t", "hé <b>")];
        let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        let sent = TypedForm { action: "/x/online".to_owned(), typed };
        let error = FieldError { pointer: "/plek".to_owned(), detail: "Kies een plek".to_owned() };
        let problem = Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "session-form").fields(vec![error]);
        let refusal = Refusal::from(&problem);
        let html = fill(page, &sent, Some(&refusal)).unwrap().unwrap();
        for part in [
            "<form action=\"/y\"><input name=\"a\" value=\"1\"></form>",
            "<details open=\"\">",
            "<input name=\"a\" value=\"5 &amp; &quot;6&quot;\">",
            "<span class=\"field-error\" id=\"fout-plek\">Kies een plek</span><select name=\"plek\"",
            "<option value=\"4.9,52\" selected>Hier</option><option value=\"q\">q</option>",
            "<textarea name=\"t\">\nhé &lt;b&gt;</textarea>",
        ] {
            assert!(html.contains(part), "{part} is not in {html}");
        }
        assert!(
            fill(page, &TypedForm { action: "/z".to_owned(), typed: Vec::new() }, None).unwrap().is_none()
        );
    }
}
