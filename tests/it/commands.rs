//! The command line: exit code 2 for wrong usage, 1 with one line for a failure, JSON for machines.

use crate::harness::{Ran, commands, story};

#[test]
fn wrong_usage_is_exit_code_2_and_says_how_it_should_be() {
    commands(async |place| {
        let create = ["session", "create", "--traject", "x", "--title", "T", "--audience", "bewoners"];
        for arguments in [
            &[][..],
            &["dansen"],
            &["serve", "--adres", "x"],
            &["buurt", "import"],
            &["buurt", "import", "--boundary", "x", "--code-field", "a", "--name-field", "b"],
            &[
                "buurt",
                "import",
                "--boundary",
                "x",
                "--code-field",
                "a",
                "--name-field",
                "b",
                "--code",
                "c",
                "--all",
            ],
            &["traject", "create", "--title", "Zonder buurt"],
            &["traject", "create", "--buurt", "BU0001", "--title", "T", "--k", "drie"],
            &create,
            &[&create[..], &["--method", "picknick"]].concat(),
            &["session", "close"],
            &["session", "release"],
            &["staff", "add", "--name", "Sam", "--role", "koning"],
            &["staff", "add", "--role", "beheerder"],
        ] {
            let ran = place.cli(arguments);
            assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{ran:?}");
            assert!(!ran.err.trim().is_empty(), "{ran:?}");
        }
        assert!(!place.data_dir().exists(), "a command that was not understood made something");
    });
}

#[test]
fn a_failure_is_exit_code_1_and_one_line_that_says_what_to_do() {
    commands(async |place| {
        place.import_buurt();
        let traject = place.traject();
        let create = |traject: &str, title: &str| -> Ran {
            let options = ["--method", "koffiekar", "--audience", "bewoners"];
            let start = ["session", "create", "--traject", traject, "--title", title];
            place.cli(&[&start[..], &options].concat())
        };
        create("geen-traject", "Koffie").failed("buurtblik doctor");
        create(&traject, "  ").failed("titel");
        create(&traject, &"a".repeat(201)).failed("200 tekens");
        let title = ["--title", "T"];
        place.cli(&[&["traject", "create", "--buurt", "BU9999"][..], &title].concat()).failed("buurt import");
        let buurt = ["traject", "create", "--buurt", "BU0001"];
        place.cli(&[&buurt[..], &["--title", " "]].concat()).failed("titel");
        place.cli(&[&buurt[..], &title, &["--promise", "1\n2\n3\n4"]].concat()).failed("drie regels");
        place.cli(&[&buurt[..], &title, &["--promise", " "]].concat()).failed("belofte");
        place.cli(&["session", "close", "ZZZZZZ"]).failed("geen bijeenkomst");
        place.cli(&["session", "release", "ZZZZZZ"]).failed("geen bijeenkomst");
        let staff = ["staff", "add", "--name", "Sam", "--role", "professional"];
        place.cli(&staff).failed("--traject");
        place.cli(&[&staff[..], &["--traject", "geen-traject"]].concat()).failed("buurtblik doctor");
        place.cli(&["staff", "add", "--name", "\t", "--role", "beheerder"]).failed("naam");
        place.cli(&["staff", "revoke", "niemand"]).failed("staff list");
    });
}

#[test]
fn a_traject_over_two_buurten_is_one_area() {
    story(async |server| {
        let east = crate::harness::BOUNDARY
            .replace("4.926", "4.944")
            .replace("BU0001", "BU0002")
            .replace("Proef", "Ooster");
        let file = server.place.file("east.geojson", east);
        let import =
            ["buurt", "import", "--boundary", &file, "--code-field", "code", "--name-field", "naam", "--all"];
        server.place.cli(&import).worked();
        let both = [
            "traject",
            "create",
            "--buurt",
            "BU0001",
            "--buurt",
            "BU0002",
            "--title",
            "Samen",
            "--promise",
            "Wij luisteren.",
        ];
        let traject = server.place.cli(&both).json()["id"].as_str().unwrap().to_owned();
        let code = server.place.session(&traject, &[]);
        let session = server.get(&format!("/api/v1/sessions/{code}")).await.json(200);
        assert_eq!(session["promise"], "Wij luisteren.");
        assert_eq!(session["buurten"].as_array().unwrap().len(), 2);
        let bbox: Vec<f64> = serde_json::from_value(session["buurt"]["bbox"].clone()).unwrap();
        assert!((bbox[0] - 4.926).abs() < 1e-9 && (bbox[2] - 4.944).abs() < 1e-9, "{bbox:?}");
    });
}

#[test]
fn every_command_answers_machines_in_json() {
    commands(async |place| {
        place.import_buurt();
        let traject = place.traject();
        let code = place.session(&traject, &[]);
        assert!(code.len() == 6 && code.chars().all(|c| c.is_ascii_alphanumeric()), "{code}");
        let added = place.cli(&["staff", "add", "--name", "Sam", "--role", "beheerder", "--json"]).json();
        for member in ["id", "login_url", "token"] {
            assert!(added[member].as_str().is_some_and(|text| !text.is_empty()), "{added}");
        }
        let list = place.cli(&["--json", "staff", "list"]).json();
        assert_eq!(
            (&list[0]["id"], &list[0]["name"], &list[0]["role"]),
            (&added["id"], &"Sam".into(), &"beheerder".into())
        );
        assert_eq!(place.cli(&["session", "close", &code, "--json"]).json()["status"], "closed");
        let said = place.cli(&["staff", "list"]);
        assert!(said.worked().contains("Sam"), "{said:?}");
    });
}

#[test]
fn links_are_for_the_address_that_people_use() {
    commands(async |place| {
        place.import_buurt();
        let traject = place.traject();
        let create = ["session", "create", "--traject", &traject, "--title", "T", "--method", "open"];
        let create =
            [&create[..], &["--audience", "ondernemers", "--public-url", "https://blik.example/"]].concat();
        let made = place.cli(&create).json();
        assert_eq!(made["url"], format!("https://blik.example/s/{}", made["code"].as_str().unwrap()));
        let added =
            ["staff", "add", "--name", "Sam", "--role", "beheerder", "--public-url", "https://blik.example"];
        let url = place.cli(&added).json()["login_url"].as_str().unwrap().to_owned();
        assert!(url.starts_with("https://blik.example/login/"), "{url}");
    });
}

#[test]
fn the_doctor_says_that_all_is_well_or_what_is_wrong() {
    commands(async |place| {
        place.import_buurt();
        let traject = place.traject();
        // The doctor looks for the site beside the program: a copy of it with and without one.
        let folder = place.folder().join("installed/release");
        std::fs::create_dir_all(&folder).unwrap();
        let program = folder.join("buurtblik");
        // By a program of its own: a file that this process has open for writing cannot be started while
        // another story begins a program.
        let copied =
            std::process::Command::new("cp").arg(place.program().get_program()).arg(&program).status();
        assert!(copied.unwrap().success());
        let doctor = || Ran::of(place.prepared(&program).args(["doctor", "--json"]), &["doctor", "--json"]);
        doctor().failed("make build");
        let site = place.folder().join("installed/site");
        std::fs::create_dir(&site).unwrap();
        std::fs::write(site.join("assets.json"), "{}").unwrap();
        let well = doctor().json();
        assert_eq!((&well["status"], &well["trajects"][0]["id"]), (&"ok".into(), &traject.into()));
        std::fs::write(site.join("assets.json"), "geen lijst").unwrap();
        doctor().failed("assets.json");
    });
}

#[test]
fn a_closed_pipe_is_no_reason_to_panic() {
    commands(async |place| {
        let arguments = ["staff", "list"];
        let full = std::fs::File::options().write(true).open("/dev/full");
        let Ok(full) = full else { return println!("skipped: there is no /dev/full here") };
        place.cli(&["staff", "add", "--name", "Sam", "--role", "beheerder"]).worked();
        let output = place.program().args(arguments).stdout(full).output().unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), err.lines().count()), (Some(1), 1), "{err}");
        assert!(!err.contains("panicked"), "{err}");
    });
}

#[test]
fn what_was_made_is_told_also_where_the_answer_cannot_be_shown() {
    commands(async |place| {
        place.import_buurt();
        let unread = |arguments: &[&str]| -> Option<String> {
            let full = std::fs::File::options().write(true).open("/dev/full").ok()?;
            let output = place.program().args(arguments).stdout(full).output().unwrap();
            let err = String::from_utf8(output.stderr).unwrap();
            assert_eq!((output.status.code(), err.lines().count()), (Some(1), 1), "{err}");
            Some(err)
        };
        let Some(err) = unread(&["traject", "create", "--buurt", "BU0001", "--title", "T", "--json"]) else {
            return println!("skipped: there is no /dev/full here");
        };
        assert_eq!(place.count("SELECT COUNT(*) FROM traject").await, 1, "it was made");
        let id = err.split("met nummer ").nth(1).unwrap().split(',').next().unwrap();
        let options =
            ["--traject", id, "--title", "Koffie", "--method", "koffiekar", "--audience", "bewoners"];
        let err = unread(&[&["session", "create"][..], &options].concat()).unwrap();
        let code = err.split("met code ").nth(1).unwrap().split(',').next().unwrap();
        let err = unread(&["session", "close", code]).unwrap();
        assert!(err.contains("De opdracht is uitgevoerd"), "{err}");
        place.cli(&["session", "close", code]).failed("gesloten");
        let err = unread(&["staff", "add", "--name", "Sam", "--role", "beheerder"]).unwrap();
        let id = err.split("staff link ").nth(1).unwrap().split(')').next().unwrap();
        place.cli(&["staff", "link", id]).worked();
    });
}
