//! The pages of signing in: a button (link previews must not use the link up), and one's trajecten.

use axum::response::Response;
use leptos::prelude::*;

use super::{Right, Role, Staff};
use crate::platform::App;
use crate::session::Traject;
use crate::ui::texts::{t, tv};
use crate::ui::{Page, header, render};

pub(super) fn login(app: &App, link: &str) -> Response {
    let action = format!("/login/{link}");
    render(&app.assets, Page::new(t("accounts-login-title")), move || {
        view! {
            {header(&t("ui-name"), false)}
            <main id="inhoud" class="page">
                <h2>{t("accounts-login-title")}</h2>
                <p>{t("accounts-login-lead")}</p>
                <form method="post" action=action>
                    <button class="utrecht-button utrecht-button--primary-action big" type="submit">{t("accounts-login-button")}</button>
                </form>
            </main>
        }
    })
}

pub(super) fn mine(app: &App, staff: &Staff, all: Vec<Traject>) -> Response {
    let hello = tv("accounts-hello", &[("name", staff.name.clone().into())]);
    let all_trajects = staff.role == Role::Beheerder;
    let own: Vec<_> =
        all.into_iter().filter(|traject| all_trajects || staff.trajects.contains(&traject.id)).collect();
    let sees = Right::SeeLayers.roles().contains(&staff.role);
    let prepares = Right::Prepare.roles().contains(&staff.role);
    let manages = (!sees).then(|| view! { <p>{t("accounts-mine-beheerder")}</p> });
    let none = own.is_empty().then(|| view! { <p>{t("accounts-mine-none")}</p> });
    render(&app.assets, Page::new(t("accounts-mine-title")), move || {
        view! {
            {header(&t("ui-name"), false)}
            <main id="inhoud" class="page">
                <p>{hello}</p>
                <h2>{t("accounts-mine-title")}</h2>
                {none}
                {manages}
                <ul class="list-plain stack">
                    {own.into_iter().map(|traject| view! {
                        <li class="card">
                            <h3>{traject.title}</h3>
                            {prepares.then(|| view! {
                                <a class="utrecht-button utrecht-button--primary-action" href=format!("/traject/{}/momenten", traject.id)>{t("accounts-mine-moments")}</a>" "
                            })}
                            {sees.then(|| view! {
                                <a class="utrecht-button utrecht-button--primary-action" href=format!("/traject/{}", traject.id)>{t("accounts-mine-open")}</a>
                            })}
                        </li>
                    }).collect_view()}
                </ul>
                {prepares.then(|| view! { <p><a class="utrecht-button utrecht-button--secondary-action" href="/traject/nieuw">{t("accounts-mine-new")}</a></p> })}
                <form method="post" action="/logout">
                    <button class="utrecht-button utrecht-button--subtle" type="submit">{t("accounts-sign-out")}</button>
                </form>
            </main>
        }
    })
}
