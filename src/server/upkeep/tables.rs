//! The tables of a backup: what is in them, and in which order they can be filled again.

use std::sync::LazyLock;

/// A table: its columns with their kinds (text, whole number, real, bytes), and how it is read and filled.
pub(super) struct Table {
    pub name: &'static str,
    pub columns: Vec<(&'static str, char)>,
    pub select: &'static str,
    pub insert: &'static str,
}

/// Name, and columns as `name:kind`. In the order of their foreign keys. Login links, cookies and tokens are not
/// among them: what was revoked since must not come back. People sign in with their password or a new link. Nor is the
/// minute in which somebody came.
const SHAPES: &[(&str, &str)] = &[
    ("plattegrond", "hash:t geojson:b svg:b names:b attribution:t"),
    ("buurt", "code:t name:t boundary:t invented:i plattegrond:t"),
    (
        "traject",
        "id:t title:t k:i promise:t themes:t created_at:t question:t checklist:t sensitive:t erase_on:t \
         keep_layers:i erased_at:t feedback:t assume_first:i opened_at:t opened_by:t behind_door:t",
    ),
    ("traject_buurt", "traject_id:t position:i buurt_code:t"),
    ("release", "id:t traject_id:t released_at:t number:i"),
    (
        "plan",
        "code:t traject_id:t title:t method:t audience:t tables:i group_name:t vindplaats:t day:t expected:i \
         pause:i attended:t created_at:t",
    ),
    (
        "wijksessie",
        "code:t traject_id:t title:t method:t audience:t tables:i status:t opened_at:t closed_at:t release_id:t cap:i",
    ),
    (
        "pin",
        "session_code:t id:t removed:i participant:t put_hash:t lon:r lat:r kind:t theme:t moment:t people:i \
         text:t created_at:t approved:i version:i hidden:i reason:t paper:i withdrawn:i place_name:t walked:i",
    ),
    (
        "walk",
        "session_code:t id:t removed:i participant:t put_hash:t title:t track_hash:t track:t unclear_start:i unclear_end:i",
    ),
    (
        "photo",
        "id:t session_code:t pin_id:t walk_id:t put_hash:t content:t address:t caption:t width:i height:i \
         thumbhash:b approved:i hidden:i reason:t lon:r lat:r kind:t theme:t moment:t seq:i matters:i poster:i version:i",
    ),
    ("photo_gone", "address:t photo_id:t"),
    (
        "late_pin",
        "session_code:t id:t decided:i participant:t put_hash:t lon:r lat:r kind:t theme:t moment:t people:i text:t \
         created_at:t version:i",
    ),
    ("device_hold", "session_code:t device:t items:i"),
    ("me_too", "session_code:t pin_id:t participant:t people:i aside:i"),
    ("room_picture", "session_code:t version:i writes:i"),
    ("room_pin", "session_code:t pin_id:t participant:t lon:r lat:r kind:t theme:t words:t photos:t"),
    ("flood", "id:t session_code:t taken_at:t"),
    ("aside", "session_code:t participant:t flood_id:t"),
    ("receipt", "hash:t session_code:t participant:t"),
    ("staff", "id:t name:t role:t created_at:t revoked_at:t login:t password:t failures:i slow_until:t"),
    ("staff_traject", "staff_id:t traject_id:t"),
    ("audit", "id:t at:t staff_id:t action:t subject:t"),
    (
        "assumption",
        "id:t traject_id:t words:t theme:t verdict:t because:t before_open:i made_by:t made_at:t judged_by:t \
         judged_at:t version:i removed:i",
    ),
    (
        "agenda_point",
        "id:t traject_id:t what:t theme:t where_words:t lon:r lat:r when_words:t who:t quick_win:i status:t public:i \
         public_words:t public_when:t public_why:t made_at:t version:i removed:i",
    ),
    ("evidence", "id:t traject_id:t board:t row_id:t what:t reference:t label:t linked_by:t linked_at:t"),
    ("board_history", "id:t traject_id:t board:t row_id:t version:i action:t staff_id:t at:t fields:t"),
    (
        "feedback",
        "traject_id:t slug:t intro:t strong:t better:t closing:t version:i published:t published_at:t",
    ),
    ("feedback_choice", "traject_id:t what:t id:t"),
    (
        "answer",
        "session_code:t id:t removed:i participant:t put_hash:t about:t point_id:t lon:r lat:r says:t words:t \
         approved:i hidden:i reason:t version:i",
    ),
    ("kept_layer", "traject_id:t slice:t layer:b"),
    ("told_table", "release_id:t traject_id:t content:t"),
    ("told_answers", "release_id:t traject_id:t content:t"),
    ("told_attendance", "release_id:t traject_id:t content:t"),
    ("setting", "name:t value:t"),
    (
        "figure_import",
        "id:t traject_id:t state:t shape:t square_m:i file_name:t source:t year:i licence:t caveat:t public:i \
         report:t made_at:t made_by:t",
    ),
    (
        "indicator",
        "id:t import_id:t place:i column_name:t name:t unit:t domain:t better:t counts:t withdrawn_at:t version:i",
    ),
    ("figure_area", "import_id:t code:t level:t name:t figures:t"),
    ("figure_square", "import_id:t x:i y:i figures:t"),
    ("figure_point", "import_id:t seq:i x:i y:i category:t"),
    (
        "coming",
        "id:t traject_id:t kind:t title:t words:t source:t lon:r lat:r place_name:t starts_on:t ends_on:t version:i \
         removed:i changed_at:t changed_by:t",
    ),
    (
        "reading",
        "traject_id:t theme:t part:t version:i suggested:t judged:t why:t basis:t judged_at:t judged_by:t",
    ),
];

/// The tables, in the order in which they can be filled.
pub(super) static TABLES: LazyLock<Vec<Table>> = LazyLock::new(|| SHAPES.iter().map(table).collect());

fn table((name, shape): &(&'static str, &'static str)) -> Table {
    let columns: Vec<(&'static str, char)> = shape
        .split_whitespace()
        .filter_map(|column| column.split_once(':'))
        .map(|(column, kind)| (column, kind.chars().next().unwrap_or('t')))
        .collect();
    let names = columns.iter().map(|(column, _)| *column).collect::<Vec<_>>().join(", ");
    let places = (1..=columns.len()).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
    Table {
        name,
        select: super::store::select(name, &names),
        insert: super::store::insert(name, &names, &places),
        columns,
    }
}
