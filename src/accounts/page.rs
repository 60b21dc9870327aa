//! The pages of signing in: a button (link previews must not use the link up), and one's trajecten.

use axum::response::Response;
use leptos::prelude::*;

use super::{Role, Staff};
use crate::platform::App;
use crate::session::Traject;
use crate::ui::texts::{t, tv};
use crate::ui::{Page, render};

pub(super) fn login(app: &App, link: &str) -> Response {
    let action = format!("/login/{link}");
    render(&app.assets, Page::new(t("accounts-login-title")), move || {
        view! {
            <main id="inhoud" class="smal">
                <h1>{t("accounts-login-title")}</h1>
                <p>{t("accounts-login-lead")}</p>
                <form method="post" action=action>
                    <button class="knop knop-groot" type="submit">{t("accounts-login-button")}</button>
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
    let none = own.is_empty().then(|| view! { <p>{t("accounts-mine-none")}</p> });
    render(&app.assets, Page::new(t("accounts-mine-title")), move || {
        view! {
            <main id="inhoud" class="smal">
                <p>{hello}</p>
                <h1>{t("accounts-mine-title")}</h1>
                {none}
                <ul class="kaartjes">
                    {own.into_iter().map(|traject| view! {
                        <li>
                            <h2>{traject.title}</h2>
                            <a class="knop" href=format!("/traject/{}", traject.id)>{t("accounts-mine-open")}</a>
                        </li>
                    }).collect_view()}
                </ul>
                <form method="post" action="/logout">
                    <button class="knop knop-stil" type="submit">{t("accounts-sign-out")}</button>
                </form>
            </main>
        }
    })
}
