//! What the built program does, seen from outside: its answers over HTTP and its command line.
//!
//! Every story runs on SQLite, and on PostgreSQL where `BUURTBLIK_TEST_POSTGRES` names a server
//! (`tools/with-postgres.sh` starts one). `BUURTBLIK_PROGRAM` names another program than the one cargo built.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::needless_pass_by_value,
    reason = "a story that cannot go on has failed, and says why it skips"
)]

mod after_closing;
mod answers_of_ours;
mod attacker;
mod boards;
mod boundaries_as_published;
mod changing_pins;
mod closing;
mod coming;
mod commands;
mod compare;
mod crowds;
mod device_files;
mod endless_bodies;
mod errors;
mod exports;
mod feedback;
mod feedback_beside;
mod figures_doors;
mod figures_of_the_world;
mod figures_told;
mod forms;
mod front_door;
mod guessing;
mod harness;
mod hostile_pins;
mod importing_walks;
mod imports;
mod imports_again;
mod indicators;
mod jobs;
mod large_sessions;
mod later_themes;
mod layers;
mod layers_odd;
mod lines;
mod listing_pins;
mod live;
mod me_too;
mod moderation;
mod passwords;
mod photos;
mod photos_checked;
mod photos_kept;
mod photos_refused;
mod placing_pins;
mod pool;
mod preparing;
mod queue;
mod races;
mod readiness;
mod receipts;
mod releases;
mod restores;
mod roles;
mod room;
mod sessions;
mod signs;
mod sizes;
mod staff;
mod starting;
mod teruglegging;
mod themes;
mod too_long;
mod turns;
mod unheard;
mod unreadable;
mod upkeep;
mod uploads;
mod versions;
mod walk_homes;
mod walk_orders;
mod walks;
mod walks_at_squares;
mod walks_in_layers;
