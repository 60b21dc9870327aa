//! What is kept and cannot be read any more is told, and never taken for nothing.

use crate::harness::{id, participant, pin, story};

#[test]
fn who_were_there_is_not_nobody_where_it_cannot_be_read() {
    story(async |server| {
        for _ in 0..3 {
            server.put_pin(&id(), &pin(&participant(), "Op tijd")).await.expect(201);
        }
        server.close();
        server.place.sql("UPDATE plan SET attended = '{\"age\": {\"18-34\": '").await;
        let release = ["session", "release", &server.code];
        server
            .place
            .cli(&release)
            .failed(&format!("Wie er bij bijeenkomst {} waren is niet te lezen", server.code));
        assert_eq!(server.place.count("SELECT COUNT(*) FROM release").await, 0, "nothing was changed");
        server.place.sql("UPDATE plan SET attended = '{\"age\": {\"18-34\": 3}, \"role\": {}}'").await;
        server.place.cli(&release).worked();
    });
}
