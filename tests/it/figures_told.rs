//! What is told of figures: of a column that is left out, and what a figure of a wijk would tell of one buurt.

use crate::harness::{TestServer, commands, server};
use crate::indicators::cbs_traject;

/// Brings a table of people in for a traject, and reads the page of its theme.
async fn told(server: &TestServer, traject: &str, token: &str, name: &str, table: &str) -> String {
    let file = server.place.file(&format!("{name}.csv"), table);
    let what = ["indicators", "import", &file, "--source", name, "--year", "2024", "--traject", traject];
    let how = ["--area-field", "code", "--domain", "gezondheid", "--counts", "mensen", "--header-rows", "1"];
    server.place.cli(&[&what[..], &how[..]].concat()).worked();
    server.get_as(token, &format!("/traject/{traject}/thema/gezondheid")).await.expect(200).text()
}

#[test]
fn a_wijk_of_which_a_traject_shows_every_other_buurt_does_not_tell_the_secret_one() {
    server().story(async |server| {
        let traject = cbs_traject(&server.place);
        let token = server.staff("professional", Some(&traject))["token"].as_str().unwrap().to_owned();
        let whole = "code;Eenzaam\nBU0363MM05;3\nBU0363MM07;640\nWK0363MM;643\nGM0363;51234\n";
        let page = told(server, &traject, &token, "Heel", whole).await;
        assert!(page.contains("640") && page.contains("51.234"), "{page}");
        assert!(!page.contains("643"), "643 less 640 is 3: {page}");

        // Where the wijk has a buurt that the traject does not show, its figure tells nothing.
        let part = "code;Alleen\nBU0363MM05;3\nBU0363MM07;640\nBU0363MM09;211\nWK0363MM;854\nGM0363;51234\n";
        let page = told(server, &traject, &token, "Deel", part).await;
        assert!(page.contains("854") && !page.contains("643"), "{page}");
    });
}

#[test]
fn a_column_that_says_the_same_everywhere_is_named_and_not_brought_in() {
    commands(async |place| {
        let traject = cbs_traject(place);
        let table = "code;jaar;waarde\nBU0363MM05;2020;1,5\nBU0363MM07;2020;3,5\n";
        let file = place.file("zelfde.csv", table);
        let import =
            ["indicators", "import", &file, "--source", "x", "--year", "2020", "--traject", &traject];
        let ran = place.cli(&import);
        ran.worked();
        assert!(ran.out.contains("In deze kolom staat in elke rij hetzelfde getal: jaar."), "{}", ran.out);
        assert!(ran.out.contains("1 cijfer binnen"), "{}", ran.out);
    });
}
