//! "Dat zie ik ook": a person more behind somebody else's pin.

use reqwest::Method;

use crate::harness::{Reply, TestServer, id, participant, pin, server};
use crate::moderation::{begeleider, heard_pin, said_by_others};

async fn me_too(server: &TestServer, method: Method, id: &str, whose: &str) -> Reply {
    let path = format!("{}/me-too", server.pin_path(id));
    Reply::of(server.request(method, &path).header("participant", whose)).await
}

#[test]
fn somebody_sees_an_approved_pin_of_somebody_else_too_once_and_can_take_it_back() {
    server().story(async |server| {
        let (anna, bo, token) = (participant(), participant(), begeleider(server));
        let (id, handle) = heard_pin(server, &token, &anna, "De bank in de zon").await;
        let sees = async |whose: &str| {
            let all = server.pins(Some(whose)).await;
            let one = all.iter().find(|pin| pin["properties"]["text"] == "De bank in de zon").unwrap();
            one["properties"]["me_too"].clone()
        };
        for _ in 0..2 {
            me_too(server, Method::PUT, &handle, &bo).await.expect(204);
        }
        assert_eq!(sees(&bo).await, true);
        assert!(sees(&anna).await.is_null());
        assert_eq!(said_by_others(server, "De bank in de zon").await["me_too"], false);
        me_too(server, Method::DELETE, &handle, &bo).await.expect(204);
        assert_eq!(sees(&bo).await, false);
        me_too(server, Method::PUT, &handle, &anna).await.problem_of(409, "me-too-own");
        me_too(server, Method::PUT, &id, &anna).await.problem_of(409, "me-too-own");
        me_too(server, Method::PUT, &id, &bo).await.problem_of(404, "no-pin");
    });
}

#[test]
fn nobody_sees_too_what_nobody_may_see() {
    server().story(async |server| {
        let (anna, bo) = (participant(), participant());
        let id = id();
        server.put_pin(&id, &pin(&anna, "Nog niet bekeken")).await.expect(201);
        me_too(server, Method::PUT, &id, &bo).await.problem_of(404, "no-pin");
        me_too(server, Method::PUT, &crate::harness::id(), &bo).await.expect(404);
        server.close();
        me_too(server, Method::PUT, &id, &bo).await.expect(410);
    });
}

#[test]
fn three_who_see_it_are_enough_for_a_layer_of_one_pin() {
    server().story(async |server| {
        let token = begeleider(server);
        let (_, handle) = heard_pin(server, &token, &participant(), "De speeltuin is vol").await;
        for _ in 0..2 {
            me_too(server, Method::PUT, &handle, &participant()).await.expect(204);
        }
        server.close();
        server.place.cli(&["session", "release", &server.code]).worked();
        let path = format!("/api/v1/trajects/{}/layers/all/beter.json", server.traject);
        let layer = server.get_as(&token, &path).await.json(200);
        assert_eq!(layer["participants"], 3);
        assert!(layer["values"].as_array().unwrap().iter().any(serde_json::Value::is_number));
    });
}
