//! `/traject/{id}`: the layers of a traject for its professionals.

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;

use super::page::{self, View};
use super::{release, service};
use crate::accounts::{Right, Signed};
use crate::heat::{self, Bandwidth, LayerError, Slice};
use crate::platform::{App, Problem};
use crate::session::Moment;
use crate::ui::problem_page;

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new().route("/traject/{id}", get(show)).merge(release::routes())
}

#[derive(Deserialize)]
struct Asked {
    thema: Option<String>,
    soort: Option<String>,
    moment: Option<String>,
    korrel: Option<String>,
}

async fn show(
    State(app): State<App>,
    signed: Result<Signed, Problem>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Response {
    let page = async {
        let signed = signed?;
        signed.may(&app, Right::SeeLayers, Some(&id)).await?;
        let mut view = view(&app, &id, asked).await?;
        view.quotes = service::said(&app, &signed.0, &id).await?;
        Ok::<_, Problem>(page::layers(&app, &view))
    };
    page.await.unwrap_or_else(|problem| problem_page(&app.assets, &problem))
}

/// What the page shows: at first the two layers that can carry something.
async fn view(app: &App, id: &str, asked: Asked) -> Result<View, LayerError> {
    let source = heat::source(app, id).await?;
    let set = |word: Option<String>| word.filter(|word| !word.is_empty());
    let moment: Option<Moment> =
        set(asked.moment).map(|word| word.parse().map_err(|_| LayerError::Moment)).transpose()?;
    let bandwidth: Bandwidth =
        set(asked.korrel).map(|metres| metres.parse()).transpose()?.unwrap_or_default();
    let theme = set(asked.thema).unwrap_or_else(|| "all".to_owned());
    let kind = set(asked.soort);
    let kinds = kind.as_deref().map_or(vec!["sterk", "beter"], |kind| vec![kind]);
    let mut grids = Vec::new();
    for one in kinds {
        let slice = Slice { theme: theme.clone(), kind: one.to_owned(), moment };
        let grid = heat::layer_of(app, &source, &slice, bandwidth).await?;
        grids.push((slice, grid));
    }
    let layers = heat::list(app, &source).await?;
    let totals = heat::totals(app, &source).await?;
    Ok(View { source, grids, layers, totals, theme, kind, moment, bandwidth, quotes: Vec::new() })
}
