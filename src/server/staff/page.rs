//! The pages of a beheerder: staff, and the audit trail.

use axum::response::Response;
use leptos::prelude::*;

use crate::input::session::Traject;
use crate::people::accounts::{Line, Role, Staff};
use crate::platform::App;
use crate::platform::texts::{t, tv};
use crate::ui::{Page, render, staff_header};

/// What the audit trail tells of. Each has a text `staff-did-ACTION`.
pub(super) const ACTIONS: [&str; 44] = [
    "sign-in",
    "sign-in-wrong",
    "password",
    "staff-add",
    "staff-link",
    "staff-traject",
    "staff-revoke",
    "refused",
    "traject-make",
    "traject-change",
    "session-plan",
    "session-open",
    "session-close",
    "session-settle",
    "look",
    "approve",
    "name-place",
    "hide",
    "delete",
    "edit",
    "flood-out",
    "flood-back",
    "file-in",
    "release",
    "answers-told",
    "attendance-told",
    "export",
    "settings",
    "buurt-import",
    "figures-import",
    "figures-change",
    "figures-public",
    "figures-withdraw",
    "coming-add",
    "coming-change",
    "coming-remove",
    "compare-judge",
    "paper",
    "erase",
    "backup",
    "restore",
    "session-create",
    "layers-table",
    "layers-forgotten",
];

/// A link that was just made, to be handed over: it is shown once.
pub(super) struct Given {
    pub name: String,
    pub link: String,
}

pub(super) async fn staff(app: &App, all: &[Staff], trajects: &[Traject], given: Option<Given>) -> Response {
    let title = t("staff-title");
    let given = given.map(|given| {
        let lead = tv("staff-given", &[("name", given.name.into())]);
        view! {
            <div class="utrecht-alert utrecht-alert--ok" role="status"><div class="utrecht-alert__content">
                <p>{lead}</p><p><input class="utrecht-textbox" readonly value=given.link aria-label=t("staff-link")/></p>
            </div></div>
        }
    });
    let rows = all.iter().map(|one| row(one, trajects)).collect_view();
    let roles = [Role::Begeleider, Role::Professional, Role::Beheerder]
        .map(|role| view! { <option value=role.to_string()>{t(&format!("staff-role-{role}"))}</option> });
    let choices = options(trajects);
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, vec![(t("session-to-mine"), "/mijn".to_owned())])}
            <main id="inhoud" class="page page-wide stack">
                {given}
                <form method="post" action="/beheer/medewerkers" class="card stack" autocomplete="off">
                    <h2>{t("staff-add-title")}</h2>
                    <div class="row">
                        <label class="field"><span class="utrecht-form-label">{t("staff-name")}</span>
                            <input dir="auto" class="utrecht-textbox" name="name" required maxlength="200" autocomplete="off"/></label>
                        <label class="field"><span class="utrecht-form-label">{t("staff-role")}</span>
                            <select class="select" name="role">{roles}</select></label>
                        <label class="field"><span class="utrecht-form-label">{t("staff-traject")}</span>
                            <select class="select" name="traject"><option value="">{t("staff-traject-none")}</option>{choices}</select></label>
                    </div>
                    <p><button class="utrecht-button utrecht-button--primary-action" type="submit">{t("staff-add")}</button></p>
                </form>
                <h2>{t("staff-all")}</h2>
                <ul class="list-plain stack">{rows}</ul>
            </main>
        }
    }).await
}

fn options(trajects: &[Traject]) -> Vec<AnyView> {
    let one = |traject: &Traject| {
        view! { <option value=traject.id.clone()>{traject.title.clone()}</option> }.into_any()
    };
    trajects.iter().map(one).collect()
}

fn row(one: &Staff, trajects: &[Traject]) -> impl IntoView + use<> {
    let own: Vec<String> = trajects
        .iter()
        .filter(|traject| one.trajects.contains(&traject.id))
        .map(|traject| traject.title.clone())
        .collect();
    let base = format!("/beheer/medewerkers/{}", one.id);
    let label = |text: &str| format!("{}: {}", t(text), one.name);
    let acts = (!one.revoked).then(|| {
        let more: Vec<Traject> =
            trajects.iter().filter(|traject| !one.trajects.contains(&traject.id)).cloned().collect();
        let grant = (one.role != Role::Beheerder && !more.is_empty()).then(|| view! {
            <form method="post" action=format!("{base}/traject") class="row">
                <label class="field"><span class="visually-hidden">{label("staff-traject")}</span><select class="select" name="traject">{options(&more)}</select></label>
                <button class="utrecht-button utrecht-button--secondary-action" type="submit" aria-label=label("staff-grant")>{t("staff-grant")}</button>
            </form>
        });
        view! {
            <div class="row">
                <form method="post" action=format!("{base}/link")><button class="utrecht-button utrecht-button--secondary-action" type="submit" aria-label=label("staff-new-link")>{t("staff-new-link")}</button></form>
                {grant}
                <form method="post" action=format!("{base}/weg")><button class="utrecht-button utrecht-button--secondary-action utrecht-button--danger" type="submit" aria-label=label("staff-revoke")>{t("staff-revoke")}</button></form>
            </div>
        }
    });
    let gone = one.revoked.then(|| view! { " "<span class="badge">{t("staff-revoked")}</span> });
    let role = t(&format!("staff-role-{}", one.role));
    view! {
        <li class="card stack">
            <h3>{one.name.clone()}" "<span class="badge">{role}</span>{gone}</h3>
            <p>{own.join(", ")}</p>
            {acts}
        </li>
    }
}

pub(super) async fn trail(app: &App, lines: &[Line], action: &str, more: Option<u32>) -> Response {
    let title = t("staff-trail-title");
    let action = action.to_owned();
    let did = |action: &str| {
        if ACTIONS.contains(&action) { t(&format!("staff-did-{action}")) } else { action.to_owned() }
    };
    let rows: Vec<_> = lines
        .iter()
        .map(|line| {
            let who = line.who.clone().unwrap_or_else(|| t("staff-command-line"));
            let at = line.at.replace('T', " ").replace('Z', "");
            view! {
                <tr class="utrecht-table__row"><td class="utrecht-table__cell">{at}</td><td class="utrecht-table__cell">{who}</td>
                    <td class="utrecht-table__cell">{did(&line.action)}</td><td class="utrecht-table__cell">{line.subject.clone()}</td></tr>
            }
        })
        .collect();
    let choices = ACTIONS.map(|one| {
        view! { <option value=one selected=one == action>{did(one)}</option> }
    });
    let next = more.map(|from| {
        let href = format!("/beheer/logboek?wat={action}&vanaf={from}");
        view! { <p><a class="utrecht-button utrecht-button--secondary-action" href=href>{t("staff-trail-more")}</a></p> }
    });
    let none = lines.is_empty().then(|| view! { <p>{t("staff-trail-none")}</p> });
    let heads = ["staff-trail-when", "staff-trail-who", "staff-trail-what", "staff-trail-about"]
        .map(|head| view! { <th scope="col" class="utrecht-table__header-cell">{t(head)}</th> });
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, vec![(t("session-to-mine"), "/mijn".to_owned())])}
            <main id="inhoud" class="page page-wide stack">
                <p class="lead">{t("staff-trail-lead")}</p>
                <form method="get" action="/beheer/logboek" class="row">
                    <label class="field"><span class="utrecht-form-label">{t("staff-trail-what")}</span>
                        <select class="select" name="wat"><option value="">{t("staff-trail-all")}</option>{choices}</select></label>
                    <button class="utrecht-button utrecht-button--secondary-action" type="submit">{t("staff-trail-show")}</button>
                    <a class="utrecht-link" href="/beheer/logboek.csv" download="logboek.csv">{t("staff-trail-csv")}</a>
                </form>
                {none}
                <div class="table-scroll" tabindex="0" role="region" aria-label=title.clone()>
                    <table class="utrecht-table"><thead class="utrecht-table__header"><tr class="utrecht-table__row">{heads}</tr></thead>
                        <tbody class="utrecht-table__body">{rows}</tbody></table>
                </div>
                {next}
            </main>
        }
    }).await
}

#[cfg(test)]
mod tests {
    use super::ACTIONS;
    use crate::platform::texts::t;

    #[test]
    fn every_action_is_told_in_words() {
        for action in ACTIONS {
            assert!(!t(&format!("staff-did-{action}")).contains("staff-did"), "{action}");
        }
    }
}
