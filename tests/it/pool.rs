//! The connections to the database: enough for everybody, and when they are not, that is told.

use std::time::Duration;

use futures::future::join_all;
use reqwest::Method;
use serde_json::json;
use sqlx::{Connection as _, PgConnection};

use crate::harness::{Reply, commands, id, participant, pin, server};

#[test]
fn forty_changes_at_once_after_a_quiet_moment_all_come_in() {
    server().without_limits().story(async |server| {
        let pins: Vec<(String, String)> = (0..40).map(|_| (id(), participant())).collect();
        join_all(
            pins.iter().map(async |(id, me)| server.put_pin(id, &pin(me, "Donker")).await.expect(201).status),
        )
        .await;
        // After so long the area is looked up again.
        tokio::time::sleep(Duration::from_secs(6)).await;
        let patch = json!({"properties": {"text": "Licht"}});
        let changed = join_all(pins.iter().map(|(id, me)| server.patch_pin(id, me, &patch))).await;
        assert!(changed.iter().all(|reply| reply.status == 200));
    });
}

#[test]
fn changes_come_in_one_after_the_other_through_a_single_connection() {
    server().without_limits().with(&["--db-pool", "1"]).story(async |server| {
        let pins: Vec<(String, String)> = (0..20).map(|_| (id(), participant())).collect();
        join_all(pins.iter().map(async |(id, me)| {
            server.put_pin(id, &pin(me, "Donker")).await.expect(201);
            server.patch_pin(id, me, &json!({"properties": {"text": "Licht"}})).await.expect(200);
            server.delete_pin(id, me).await.expect(204);
        }))
        .await;
    });
}

#[test]
fn when_no_connection_comes_free_that_is_told_with_when_to_try_again() {
    server().without_limits().with(&["--db-pool", "1", "--db-wait", "1"]).story(async |server| {
        let Some(address) = server.place.postgres() else {
            return println!("skipped: readers of SQLite wait for nobody");
        };
        // Somebody holds what a change needs, and with it the only connection.
        let mut other = PgConnection::connect(address).await.unwrap();
        sqlx::raw_sql("BEGIN; UPDATE traject SET title = title").execute(&mut other).await.unwrap();
        let (first, me) = (id(), participant());
        let body = pin(&me, "Wacht even");
        let waits = server.put_pin(&first, &body);
        let refused = async {
            // Until it has the connection and waits for the row.
            let waiting = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() \
                 AND wait_event_type = 'Lock'";
            while sqlx::query_scalar::<_, i64>(waiting).fetch_one(&mut other).await.unwrap() == 0 {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            let (second, busy) = (id(), pin(&participant(), "Te druk"));
            let api = server.put_pin(&second, &busy);
            let page = Reply::of_any(server.request(Method::GET, &format!("/s/{}", server.code)));
            let (api, page) = tokio::join!(api, page);
            api.problem_of(503, "busy");
            assert!(page.expect(503).text().contains("Er is niets verloren"));
            for reply in [api, page] {
                assert!(reply.header("retry-after").parse::<u32>().is_ok_and(|seconds| seconds > 0));
            }
            sqlx::raw_sql("ROLLBACK").execute(&mut other).await.unwrap();
        };
        let (kept, ()) = tokio::join!(waits, refused);
        kept.expect(201);
        server.put_pin(&first, &body).await.expect(200);
    });
}

#[test]
fn a_number_of_connections_that_is_none_is_refused() {
    commands(async |place| {
        for wrong in ["0", "veel", "-1"] {
            let ran = place.cli(&["staff", "list", &format!("--db-pool={wrong}")]);
            assert_eq!(ran.code, Some(2), "{ran:?}");
        }
    });
}

#[test]
fn postgresql_is_spoken_to_over_tls_where_the_address_says_so() {
    commands(async |place| {
        let Some(address) = place.postgres() else {
            return println!("skipped: SQLite is in no other machine");
        };
        let Ok(certificate) = std::env::var("BUURTBLIK_TEST_POSTGRES_CERT") else {
            return println!(
                "skipped: BUURTBLIK_TEST_POSTGRES_CERT is not set (tools/with-postgres.sh sets it where there is openssl)"
            );
        };
        let list = |how: &str| place.cli(&["staff", "list", "--database-url", &format!("{address}?{how}")]);
        list("sslmode=disable").worked();
        list("sslmode=require").worked();
        // Nobody on this machine vouches for the server, unless the address names its certificate.
        list("sslmode=verify-full").failed("PostgreSQL");
        list(&format!("sslmode=verify-full&sslrootcert={certificate}")).worked();
    });
}
