//! The forms that stand on a page, the one that was sent, and which of them that was.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use lol_html::errors::RewritingError;
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str};

/// A form as it was sent.
pub struct TypedForm {
    /// The address it was sent to.
    pub action: String,
    /// Names and values, in their order.
    pub typed: Vec<(String, String)>,
}

impl TypedForm {
    pub(super) fn values(&self) -> HashMap<&str, Vec<&str>> {
        let mut values: HashMap<&str, Vec<&str>> = HashMap::new();
        for (name, value) in &self.typed {
            values.entry(name).or_default().push(value);
        }
        values
    }
}

/// A form on the page: where it is sent to, and what it sends of itself.
#[derive(Default)]
pub(super) struct Form {
    pub(super) id: String,
    pub(super) actions: Vec<String>,
    pub(super) hidden: Vec<(String, String)>,
    /// Its lists of choices: the name, and what can be chosen.
    pub(super) lists: Vec<(String, Vec<String>)>,
    /// How many folded parts began before it: the last of them may hold it.
    pub(super) folded: usize,
}

/// Every form of a page.
pub(super) fn forms(page: &str) -> Result<Vec<Form>, RewritingError> {
    let forms: RefCell<Vec<Form>> = RefCell::default();
    let elsewhere: RefCell<Vec<(String, String)>> = RefCell::default();
    let folded = Cell::new(0);
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("details", |_part| {
            folded.set(folded.get() + 1);
            Ok(())
        }))
        .append_element_content_handler(element!("form", |form| {
            let actions = attribute(form, "action").into_iter().collect();
            forms.borrow_mut().push(Form {
                id: attribute(form, "id").unwrap_or_default(),
                actions,
                hidden: Vec::new(),
                lists: Vec::new(),
                folded: folded.get(),
            });
            Ok(())
        }))
        .append_element_content_handler(element!("button[formaction]", |button| {
            let action = attribute(button, "formaction");
            match attribute(button, "form") {
                // A button that stands elsewhere names its form.
                Some(id) => elsewhere.borrow_mut().extend(action.map(|action| (id, action))),
                None => {
                    if let Some(form) = forms.borrow_mut().last_mut() {
                        form.actions.extend(action);
                    }
                }
            }
            Ok(())
        }))
        .append_element_content_handler(element!("form input[type=hidden]", |input| {
            if let Some(form) = forms.borrow_mut().last_mut() {
                form.hidden.extend(attribute(input, "name").zip(attribute(input, "value")));
            }
            Ok(())
        }));
    rewrite_str(page, choices(settings, &forms))?;
    let mut forms = forms.into_inner();
    for (id, action) in elsewhere.into_inner() {
        forms.iter_mut().filter(|form| form.id == id).for_each(|form| form.actions.push(action.clone()));
    }
    Ok(forms)
}

/// Collects the lists of choices of each form, too.
fn choices<'a>(
    settings: RewriteStrSettings<'a, 'a>,
    forms: &'a RefCell<Vec<Form>>,
) -> RewriteStrSettings<'a, 'a> {
    settings
        .append_element_content_handler(element!("form select", |list| {
            if let Some(form) = forms.borrow_mut().last_mut() {
                form.lists.push((attribute(list, "name").unwrap_or_default(), Vec::new()));
            }
            Ok(())
        }))
        .append_element_content_handler(element!("form select option", |option| {
            if let Some((_, values)) = forms.borrow_mut().last_mut().and_then(|form| form.lists.last_mut()) {
                values.extend(attribute(option, "value"));
            }
            Ok(())
        }))
}

/// The form that was sent: by its address, and of several with one address the one that sends the same of itself.
pub(super) fn which(forms: &[Form], sent: &TypedForm) -> Option<usize> {
    let path = |action: &str| action.split(['?', '#']).next().unwrap_or_default().to_owned();
    let same = |form: &Form| form.actions.iter().any(|action| path(action) == sent.action);
    let shared = |form: &Form| form.hidden.iter().filter(|hidden| sent.typed.contains(hidden)).count();
    let found = forms.iter().enumerate().filter(|(_, form)| same(form));
    found.rev().max_by_key(|(_, form)| shared(form)).map(|(at, _)| at)
}

/// An attribute as it is meant.
pub(super) fn attribute(element: &Element<'_, '_>, name: &str) -> Option<String> {
    let raw = element.get_attribute(name)?;
    let plain =
        raw.replace("&quot;", "\"").replace("&#39;", "'").replace("&#x27;", "'").replace("&#x2F;", "/");
    Some(plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
}
