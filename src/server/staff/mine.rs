//! The first page of staff: their trajecten, and what they manage.

use axum::response::Response;
use leptos::prelude::*;

use crate::input::session::Traject;
use crate::people::accounts::{Right, Role, Staff};
use crate::platform::texts::{t, tv};
use crate::platform::timekeeping::Doubt;
use crate::platform::{App, clock};
use crate::ui::{Page, render, staff_header};

/// For a beheerder: why nothing is deleted for good at the moment.
fn doubted(app: &App, role: Role) -> Option<impl IntoView + use<>> {
    let doubt = app.time.doubt().filter(|_| Right::ManageSettings.roles().contains(&role))?;
    let watched = |text: &str, left: i64| {
        let now = clock::for_people(&app.chance.now_text());
        tv(text, &[("now", now.into()), ("hours", (left / 3600 + 1).into())])
    };
    let words = match doubt {
        Doubt::Clock { left } => watched("staff-clock-jumped", left),
        Doubt::Unread { left } => watched("staff-clock-unread", left),
        Doubt::Database { .. } => t("staff-clock-database"),
    };
    Some(view! {
        <div class="utrecht-alert utrecht-alert--warning" role="status" id="klok"><div class="utrecht-alert__content"><p>{words}</p></div></div>
    })
}

/// The page at `/mijn`: one's trajecten, and what one manages.
pub(super) async fn mine(app: &App, staff: &Staff, all: Vec<Traject>) -> Response {
    let hello = tv("staff-hello", &[("name", staff.name.clone().into())]);
    let all_trajects = staff.role == Role::Beheerder;
    let own: Vec<_> =
        all.into_iter().filter(|traject| all_trajects || staff.trajects.contains(&traject.id)).collect();
    let sees = Right::SeeLayers.roles().contains(&staff.role);
    let prepares = Right::Prepare.roles().contains(&staff.role);
    let manages = (!sees).then(|| view! { <p>{t("staff-mine-beheerder")}</p> });
    let none = own.is_empty().then(|| view! { <p>{t("staff-mine-none")}</p> });
    let role = staff.role;
    let may = |right: Right| right.roles().contains(&role);
    let manage: Vec<_> = [
        (Right::ManageStaff, "/beheer/medewerkers", "staff-to-staff"),
        (Right::ManageBuurten, "/beheer/buurten", "staff-to-buurten"),
        (Right::ReadAudit, "/beheer/logboek", "staff-to-trail"),
        (Right::ManageSettings, "/beheer/organisatie", "accounts-to-organisation"),
    ]
    .into_iter()
    .filter(|(right, ..)| may(*right))
    .map(|(_, href, label)| view! { <li><a class="utrecht-button utrecht-button--secondary-action" href=href>{t(label)}</a></li> })
    .collect();
    let title = t("staff-mine-title");
    let doubted = doubted(app, role);
    render(&app.assets, Page::new(title.clone()).for_staff(), move || {
        view! {
            {staff_header(&title, Vec::new())}
            <main id="inhoud" class="page stack">
                <p>{hello}</p>
                {doubted}
                {none}
                {manages}
                <ul class="list-plain stack">
                    {own.into_iter().map(|traject| { let closed = traject.is_closed(); view! {
                        <li class="card">
                            <h2>{traject.title.clone()}</h2>
                            <p class="row">{prepares.then(|| view! {
                                <a class="utrecht-button utrecht-button--primary-action" href=format!("/traject/{}/momenten", traject.id)>{t("staff-mine-moments")}</a>
                            })}
                            {sees.then(|| to_see(role, &traject.id, closed))}</p>
                        </li>
                    }}).collect_view()}
                </ul>
                {prepares.then(|| view! { <p><a class="utrecht-button utrecht-button--secondary-action" href="/traject/nieuw">{t("staff-mine-new")}</a></p> })}
                <ul class="list-plain row">{manage}</ul>
                <p><a class="utrecht-link" href="/mijn/wachtwoord">{t("accounts-password-title")}</a></p>
            </main>
        }
    }).await
}

/// Where somebody goes on with step 3: to the layers, or first to what the team assumes.
fn to_see(role: Role, traject: &str, closed: bool) -> impl IntoView + use<> {
    let (to, label) = if closed && role == Role::Professional {
        ("/aannames", "staff-mine-assume")
    } else {
        ("", "staff-mine-open")
    };
    view! { <a class="utrecht-button utrecht-button--secondary-action" href=format!("/traject/{traject}{to}")>{t(label)}</a> }
}
