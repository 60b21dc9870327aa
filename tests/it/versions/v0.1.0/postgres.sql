--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: _sqlx_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public._sqlx_migrations (
    version bigint NOT NULL,
    description text NOT NULL,
    installed_on timestamp with time zone DEFAULT now() NOT NULL,
    success boolean NOT NULL,
    checksum bytea NOT NULL,
    execution_time bigint NOT NULL
);


--
-- Name: agenda_point; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.agenda_point (
    id text NOT NULL,
    traject_id text NOT NULL,
    what text NOT NULL,
    theme text,
    where_words text NOT NULL,
    lon double precision,
    lat double precision,
    when_words text NOT NULL,
    who text NOT NULL,
    quick_win bigint NOT NULL,
    status text NOT NULL,
    public bigint NOT NULL,
    public_words text NOT NULL,
    public_when text NOT NULL,
    public_why text NOT NULL,
    made_at text NOT NULL,
    version bigint NOT NULL,
    removed bigint NOT NULL
);


--
-- Name: answer; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.answer (
    session_code text NOT NULL,
    id text NOT NULL,
    removed bigint NOT NULL,
    participant text,
    put_hash text,
    about text,
    point_id text,
    lon double precision,
    lat double precision,
    says text,
    words text,
    approved bigint NOT NULL,
    hidden bigint NOT NULL,
    reason text,
    version bigint NOT NULL
);


--
-- Name: assumption; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.assumption (
    id text NOT NULL,
    traject_id text NOT NULL,
    words text NOT NULL,
    theme text,
    verdict text,
    because text NOT NULL,
    before_open bigint NOT NULL,
    made_by text,
    made_at text NOT NULL,
    judged_by text,
    judged_at text,
    version bigint NOT NULL,
    removed bigint NOT NULL
);


--
-- Name: audit; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit (
    id text NOT NULL,
    at text NOT NULL,
    staff_id text,
    action text NOT NULL,
    subject text NOT NULL
);


--
-- Name: board_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.board_history (
    id text NOT NULL,
    traject_id text NOT NULL,
    board text NOT NULL,
    row_id text NOT NULL,
    version bigint NOT NULL,
    action text NOT NULL,
    staff_id text,
    at text NOT NULL,
    fields text NOT NULL
);


--
-- Name: buurt; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.buurt (
    code text NOT NULL,
    name text NOT NULL,
    boundary text NOT NULL,
    invented bigint NOT NULL,
    plattegrond text NOT NULL
);


--
-- Name: coming; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.coming (
    id text NOT NULL,
    traject_id text NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    words text NOT NULL,
    source text NOT NULL,
    lon double precision NOT NULL,
    lat double precision NOT NULL,
    place_name text NOT NULL,
    starts_on text NOT NULL,
    ends_on text NOT NULL,
    version bigint NOT NULL,
    removed bigint NOT NULL,
    changed_at text NOT NULL,
    changed_by text NOT NULL
);


--
-- Name: evidence; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.evidence (
    id text NOT NULL,
    traject_id text NOT NULL,
    board text NOT NULL,
    row_id text NOT NULL,
    what text NOT NULL,
    reference text NOT NULL,
    label text NOT NULL,
    linked_by text,
    linked_at text NOT NULL
);


--
-- Name: feedback; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.feedback (
    traject_id text NOT NULL,
    slug text NOT NULL,
    intro text NOT NULL,
    strong text NOT NULL,
    better text NOT NULL,
    closing text NOT NULL,
    version bigint NOT NULL,
    published text,
    published_at text
);


--
-- Name: feedback_choice; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.feedback_choice (
    traject_id text NOT NULL,
    what text NOT NULL,
    id text NOT NULL
);


--
-- Name: figure_area; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.figure_area (
    import_id text NOT NULL,
    code text NOT NULL,
    level text NOT NULL,
    name text NOT NULL,
    figures text NOT NULL
);


--
-- Name: figure_import; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.figure_import (
    id text NOT NULL,
    traject_id text,
    state text NOT NULL,
    shape text NOT NULL,
    square_m bigint NOT NULL,
    file_name text NOT NULL,
    source text NOT NULL,
    year bigint NOT NULL,
    licence text NOT NULL,
    caveat text NOT NULL,
    public bigint NOT NULL,
    report text NOT NULL,
    made_at text NOT NULL,
    made_by text,
    CONSTRAINT figure_import_shape_check CHECK ((shape = ANY (ARRAY['area'::text, 'square'::text, 'point'::text]))),
    CONSTRAINT figure_import_state_check CHECK ((state = ANY (ARRAY['busy'::text, 'ready'::text])))
);


--
-- Name: figure_point; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.figure_point (
    import_id text NOT NULL,
    seq bigint NOT NULL,
    x bigint NOT NULL,
    y bigint NOT NULL,
    category text NOT NULL
);


--
-- Name: figure_square; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.figure_square (
    import_id text NOT NULL,
    x bigint NOT NULL,
    y bigint NOT NULL,
    figures text NOT NULL
);


--
-- Name: indicator; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.indicator (
    id text NOT NULL,
    import_id text NOT NULL,
    place bigint NOT NULL,
    column_name text NOT NULL,
    name text NOT NULL,
    unit text NOT NULL,
    domain text NOT NULL,
    better text NOT NULL,
    counts text NOT NULL,
    withdrawn_at text,
    version bigint NOT NULL
);


--
-- Name: kept_layer; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.kept_layer (
    traject_id text NOT NULL,
    slice text NOT NULL,
    layer bytea NOT NULL
);


--
-- Name: me_too; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.me_too (
    session_code text NOT NULL,
    pin_id text NOT NULL,
    participant text NOT NULL,
    people bigint
);


--
-- Name: photo; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.photo (
    id text NOT NULL,
    session_code text NOT NULL,
    pin_id text,
    walk_id text,
    put_hash text NOT NULL,
    content text NOT NULL,
    address text NOT NULL,
    caption text NOT NULL,
    width bigint NOT NULL,
    height bigint NOT NULL,
    thumbhash bytea NOT NULL,
    approved bigint NOT NULL,
    hidden bigint DEFAULT 0 NOT NULL,
    reason text,
    lon double precision,
    lat double precision,
    kind text,
    theme text,
    moment text,
    seq bigint DEFAULT 0 NOT NULL,
    matters bigint DEFAULT 0 NOT NULL,
    poster bigint DEFAULT 0 NOT NULL,
    version bigint DEFAULT 0 NOT NULL,
    CONSTRAINT photo_0006_check CHECK (((pin_id IS NOT NULL) OR (walk_id IS NOT NULL)))
);


--
-- Name: photo_gone; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.photo_gone (
    address text NOT NULL,
    photo_id text
);


--
-- Name: pin; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.pin (
    session_code text NOT NULL,
    id text NOT NULL,
    removed bigint NOT NULL,
    participant text,
    put_hash text,
    lon double precision,
    lat double precision,
    kind text,
    theme text,
    moment text,
    people bigint NOT NULL,
    text text,
    created_at text,
    approved bigint NOT NULL,
    version bigint DEFAULT 0 NOT NULL,
    hidden bigint DEFAULT 0 NOT NULL,
    reason text,
    paper bigint DEFAULT 0 NOT NULL,
    withdrawn bigint DEFAULT 0 NOT NULL,
    place_name text,
    walked bigint DEFAULT 0 NOT NULL
);


--
-- Name: plan; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.plan (
    code text NOT NULL,
    traject_id text NOT NULL,
    title text NOT NULL,
    method text NOT NULL,
    audience text NOT NULL,
    tables bigint NOT NULL,
    group_name text NOT NULL,
    vindplaats text NOT NULL,
    day text,
    expected bigint,
    pause bigint NOT NULL,
    attended text,
    created_at text NOT NULL
);


--
-- Name: plattegrond; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.plattegrond (
    hash text NOT NULL,
    geojson bytea NOT NULL,
    svg bytea NOT NULL,
    names bytea NOT NULL,
    attribution text NOT NULL
);


--
-- Name: reading; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reading (
    traject_id text NOT NULL,
    theme text NOT NULL,
    part text NOT NULL,
    version bigint NOT NULL,
    suggested text NOT NULL,
    judged text NOT NULL,
    why text NOT NULL,
    basis text NOT NULL,
    judged_at text NOT NULL,
    judged_by text NOT NULL
);


--
-- Name: receipt; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.receipt (
    hash text NOT NULL,
    session_code text NOT NULL,
    participant text NOT NULL
);


--
-- Name: release; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.release (
    id text NOT NULL,
    traject_id text NOT NULL,
    released_at text NOT NULL,
    number bigint DEFAULT 0 NOT NULL
);


--
-- Name: setting; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.setting (
    name text NOT NULL,
    value text NOT NULL
);


--
-- Name: staff; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.staff (
    id text NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    created_at text NOT NULL,
    revoked_at text,
    login text,
    password text,
    failures bigint DEFAULT 0 NOT NULL,
    slow_until text
);


--
-- Name: staff_token; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.staff_token (
    hash text NOT NULL,
    staff_id text NOT NULL,
    purpose text NOT NULL,
    expires_at text NOT NULL,
    used_at text
);


--
-- Name: staff_traject; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.staff_traject (
    staff_id text NOT NULL,
    traject_id text NOT NULL
);


--
-- Name: traject; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.traject (
    id text NOT NULL,
    title text NOT NULL,
    k bigint NOT NULL,
    promise text NOT NULL,
    themes text NOT NULL,
    created_at text NOT NULL,
    question text DEFAULT ''::text NOT NULL,
    checklist text DEFAULT '[]'::text NOT NULL,
    sensitive text DEFAULT '[]'::text NOT NULL,
    erase_on text,
    keep_layers bigint DEFAULT 0 NOT NULL,
    erased_at text,
    feedback text DEFAULT ''::text NOT NULL,
    assume_first bigint DEFAULT 0 NOT NULL,
    opened_at text,
    opened_by text,
    CONSTRAINT traject_k_check CHECK ((k >= 3))
);


--
-- Name: traject_buurt; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.traject_buurt (
    traject_id text NOT NULL,
    "position" bigint NOT NULL,
    buurt_code text NOT NULL
);


--
-- Name: walk; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.walk (
    session_code text NOT NULL,
    id text NOT NULL,
    removed bigint NOT NULL,
    participant text,
    put_hash text,
    title text,
    track_hash text,
    track text,
    unclear_start bigint DEFAULT 1 NOT NULL,
    unclear_end bigint DEFAULT 1 NOT NULL
);


--
-- Name: wijksessie; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.wijksessie (
    code text NOT NULL,
    traject_id text NOT NULL,
    title text NOT NULL,
    method text NOT NULL,
    audience text NOT NULL,
    tables bigint NOT NULL,
    status text NOT NULL,
    opened_at text NOT NULL,
    closed_at text,
    release_id text,
    cap bigint,
    CONSTRAINT wijksessie_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text, 'released'::text])))
);


--
-- Data for Name: _sqlx_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public._sqlx_migrations VALUES
	(1, '0001_first_wijksessie.sql', '2026-11-29 16:26:12.053024+00', true, '\x5bee649223100679b7bbe4f42a013f11459bf60ca8a1da2a18eef2005665e7c0957cf1dbc8895f9a1b46167318084995', 41317597),
	(2, '0002_trusted_wijksessie.sql', '2026-11-29 16:26:12.095051+00', true, '\x0aaef5c406a29d571349033b1ac0f6c631b280a4341d2c1ec88b6ea16ed49d0410e1acd6b2d36fcf3b77feb51f594566', 25177493),
	(3, '0003_published_together.sql', '2026-11-29 16:26:12.120693+00', true, '\x5271bfd47ab0a7d0b8638f727d8ed2e3c2269fb396a848c30abe3fa1d521250ee1fbdf096a5f3aa52542fb17a31dbb46', 1641729),
	(4, '0004_named_places.sql', '2026-11-29 16:26:12.122474+00', true, '\xd80d1ba565a4bc83788799423e78613aa77383f4a21a93030a0a173ef83c4c815c279fbb212b3e5512e0ffb98a667553', 653575),
	(5, '0005_photo_walks.sql', '2026-11-29 16:26:12.1233+00', true, '\x514730f00ef13c317477c06789b800972c82dec6347f6b830d865947d101cb4d725252111b15c8cded31b6cced01f95a', 18643988),
	(6, '0006_photos_checked.sql', '2026-11-29 16:26:12.144762+00', true, '\xe23f88654a18f7d28f3d67a64250a5de268140107202db9c622acc9c2b2766fc267c8ab0fd6bd6844c9ce5e4d9b7d57c', 3756454),
	(7, '0007_figures.sql', '2026-11-29 16:26:12.1463+00', true, '\xd595f2d88d959cdace33903b8ecb8cafc5d3796b83bfbf19ff54d67c5da8383fd5a305b9c5a2e8944eec863fdece3a1d', 22468365),
	(8, '0008_boards.sql', '2026-11-29 16:26:12.169684+00', true, '\xd29e137ae588b860340eca38f8228ecdf11b9ce9894e15e3265d762200bbc29fff25d77f80b138ca995c417b12d9f986', 28649788),
	(9, '0009_walked.sql', '2026-11-29 16:26:12.19817+00', true, '\xb39c3ff927c18ec9383809c74c1cf06c3d9288b8681c8a6068775268d09915f42111b78638d39fe0190bef59bc68d7ec', 6803724),
	(10, '0010_feedback_choices.sql', '2026-11-29 16:26:12.209101+00', true, '\xd336da1f78c340254a0c8d3c89e515087cc09f72c77fce3cfb42ce4f8c1bd9b4b5ad1286a55aeb4f17510140cee1c69a', 2509914),
	(11, '0011_large_trajecten.sql', '2026-11-29 16:26:12.211748+00', true, '\x8558beb133e2ea1180c3ae0f439c89600e1de0d18dd83da8c829cfd79a6672c9afa4be04e4fff7134062d84706071610', 1602447);


--
-- Data for Name: agenda_point; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: answer; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: assumption; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: audit; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audit VALUES
	('c51e661a-5149-4b28-93ee-06189c1ae5a0', '2026-11-29T16:26:14Z', NULL, 'traject-make', '3e0afd11-94ab-475d-a139-8521fd5d843f'),
	('eb76b5f4-c479-4d83-b37c-7b07e3d03967', '2026-11-29T16:26:14Z', NULL, 'session-close', 'F6GX9Y'),
	('a3b72aa2-f5dd-4a1a-8e23-b6334fdae81a', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 020675c5-f945-48d7-999a-585492bfd29d'),
	('ccc2d510-38de-4779-b03c-1c0972766744', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 0319230d-5145-4fce-955d-84708e8ee9f6'),
	('09566ab0-1c79-422f-8cd7-45c89e0f40f0', '2026-11-29T16:26:14Z', NULL, 'name-place', 'F6GX9Y 0319230d-5145-4fce-955d-84708e8ee9f6 Speeltuin De Lijn'),
	('a83a203a-a5bd-486f-81f0-a4db3ab9fea8', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 0369d8bb-0fee-4ae0-9132-aa01f1d9efcf'),
	('315f2d0a-4513-46d9-9d8a-7f0cf342c3b8', '2026-11-29T16:26:14Z', NULL, 'name-place', 'F6GX9Y 0369d8bb-0fee-4ae0-9132-aa01f1d9efcf Bleekveldpark'),
	('10d7aade-457f-4388-9dd8-cff1a6135b3b', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 0e0151c0-fefe-4a8f-bc37-a672ec5d12c5'),
	('d7f25e2b-921f-45df-aea4-cc3f1ba6de0a', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 10aa69e9-f5b6-4e80-a031-b6f7eb4532e6'),
	('bcfb2cc8-a4e5-42a1-b40b-2b856125e71e', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 10aded58-638f-4be3-abc0-c47903655db9'),
	('c55a096a-7ca2-40cc-ac74-452df678ebb0', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 16c3fa54-74aa-44d4-9461-a7f6796e0f85'),
	('c1a920bc-b9a3-429c-b5a4-f4b6eef5ccd1', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 22fee84a-6185-4389-9df0-0018b0e12994'),
	('e2afa8f4-1196-4927-81d5-d2c49e0a0307', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 234e5f06-917b-4d86-9c9b-99516f75a8ae'),
	('f8d9e26c-1b8c-4e4d-87b9-52c5b148832e', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 2b769505-0b9f-4b75-acf9-7cb52a33327a'),
	('3088393d-7f5e-4b51-849b-c424db3158e3', '2026-11-29T16:26:14Z', NULL, 'name-place', 'F6GX9Y 2b769505-0b9f-4b75-acf9-7cb52a33327a Bleekveldpark'),
	('d9817e5f-1146-4426-a57d-4655f480067d', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 345090d6-f09b-482c-bad3-460a214cf404'),
	('f916f802-078d-4c79-89d0-0279f77e97d1', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 37475e26-682c-4dc3-8e6f-e68dcf257057'),
	('2a535549-642e-4c07-81da-0a777985cbdd', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 3b4d013d-654d-4b14-8fc5-4e2fd3076dc3'),
	('7c608720-41d0-4dea-8c17-48fca4dd4d89', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 42a15d68-2b45-4df7-8628-6919aacf5459'),
	('9f5a56f3-bf43-4546-ac49-ae7631f22f94', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 44ddd6e4-fbaf-4672-b682-c76e0ebf450a'),
	('9a4fe15a-0c2a-4e23-9826-3252424645ca', '2026-11-29T16:26:14Z', NULL, 'name-place', 'F6GX9Y 44ddd6e4-fbaf-4672-b682-c76e0ebf450a Buurthuis De Weefkamer'),
	('031c56bd-d87d-4d86-9a85-7adc7cc91620', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 4a05af10-4a81-48f8-9f86-f6c4fa418595'),
	('10dc8993-15ee-4c80-bf8b-f06e90172353', '2026-11-29T16:26:14Z', NULL, 'name-place', 'F6GX9Y 4a05af10-4a81-48f8-9f86-f6c4fa418595 Buurthuis De Weefkamer'),
	('d31072a9-bab0-48b7-ad36-9f5dba09ec80', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 4a3e0d19-321b-45cd-aef8-412c26b343ad'),
	('1a5cafc2-2510-447b-8a3e-35e1315e2093', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 5be1a4c1-cea1-449c-893f-50b02ba7a406'),
	('b1f25e9f-a7ad-45d1-acd9-ec89bc4ccd07', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 69ec9cd1-1b4a-44d7-ba7d-46a4c7b70b23'),
	('2189a8da-693c-4e21-873c-db0e6c6830f6', '2026-11-29T16:26:14Z', NULL, 'name-place', 'F6GX9Y 69ec9cd1-1b4a-44d7-ba7d-46a4c7b70b23 Volkstuinen Het Seinhuis'),
	('a52a385a-f504-446b-ad59-0febbadf9228', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 7b7ea24c-a0e2-4bef-9422-0eb250aecc80'),
	('a6893cc2-7d8b-4b51-b9f4-3b4f541ff9c4', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 82afed9f-1ed7-4b88-8f5f-442eb837f7a6'),
	('043667c4-661c-4767-ae66-aa83d1715fa7', '2026-11-29T16:26:14Z', NULL, 'name-place', 'F6GX9Y 82afed9f-1ed7-4b88-8f5f-442eb837f7a6 Moskee De Poort'),
	('0a80459d-10c3-40b0-8443-be76193de816', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 88bb10b7-5899-4480-800a-8e56e45d7a98'),
	('10e58905-c954-4d07-b9eb-b90377033b27', '2026-11-29T16:26:14Z', NULL, 'name-place', 'F6GX9Y 88bb10b7-5899-4480-800a-8e56e45d7a98 Moskee De Poort'),
	('c92d3afa-fdc6-4646-bf1f-51fabb1d98b5', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 8cc08ad6-3d4e-41ca-bffd-d30768067733'),
	('89888a43-b0f4-4867-9f38-218c994d8aad', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 9319dcb3-4839-4322-ac13-2f2c57b2567f'),
	('5195e80d-e40f-4171-81d1-81b441ab1ee5', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 93ba1912-6027-420b-949e-3a07d1ec50ac'),
	('d5556be7-52f0-4cca-8e70-a9b3a94a8561', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 9f2900e6-4156-4775-8661-88b5ad111b2f'),
	('00ddb371-fa75-45fb-9215-b4eb5c00e53e', '2026-11-29T16:26:14Z', NULL, 'name-place', 'F6GX9Y 9f2900e6-4156-4775-8661-88b5ad111b2f Weekmarkt'),
	('b502f2ab-023f-48ac-965c-5f2f0b663bc6', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y a0b43eb6-57dc-414a-829d-3495b8ae3738'),
	('f2310a5d-c257-493d-bd4b-8dd352cefaea', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y a305e2e0-2eb5-48f3-bae7-b6fab33748fe'),
	('51d709b8-056d-40b7-84d4-4959a3eb2c87', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y a4269c49-d3a8-480c-93cb-1dcfad9fc79a'),
	('5561a425-47cd-49b7-b197-e94e1edc4578', '2026-11-29T16:26:14Z', NULL, 'name-place', 'F6GX9Y a4269c49-d3a8-480c-93cb-1dcfad9fc79a Bibliotheek Hoedenmakersplein'),
	('5f7fddde-5d32-4b78-805b-80a91f5ff67e', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y a43eff2f-f3ed-4194-a7fe-86662e7e5dfe'),
	('92d37e16-6cad-4ba5-9bf6-c3cad2714a0a', '2026-11-29T16:26:14Z', NULL, 'name-place', 'F6GX9Y a43eff2f-f3ed-4194-a7fe-86662e7e5dfe Vredekerk'),
	('474c1357-5cd5-4b56-8fbd-e87ebd2034e4', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y a544b612-8d1e-421a-a133-4821bd1f3706'),
	('02283f62-ed33-497f-9f8b-28927300c59c', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y a5a3299b-a20d-4f73-95be-f69d41180bb2'),
	('df6aaf9d-c688-48c3-990a-961902093f0e', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y aac407b2-f26f-4a64-b8a3-08a6b34d5d39'),
	('10ea2f2d-5e90-40d0-a206-178ede42d613', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y b152f6e5-325a-4868-b6c9-823e105c498b'),
	('c37e03f6-5ffb-4a86-9998-bab540042f02', '2026-11-29T16:26:14Z', NULL, 'name-place', 'F6GX9Y b152f6e5-325a-4868-b6c9-823e105c498b Buurtkamer Zadelmakersdreef'),
	('6cf22a26-8dad-4794-a693-93cb403e2f7e', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y b340fe98-2bdb-44c8-913e-95e38803d34e'),
	('99d939cb-68f4-43de-997d-5cfb29a56925', '2026-11-29T16:26:14Z', NULL, 'name-place', 'F6GX9Y b340fe98-2bdb-44c8-913e-95e38803d34e Weekmarkt'),
	('f9a069e9-9a0a-491f-b734-a35e9042f45a', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y b726d79b-5362-49b2-b55e-2812128476f3'),
	('2c54c0ac-2503-407d-900f-835589b61df9', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y b9ce070d-ff54-437a-b641-e76e12bed903'),
	('c6c7d955-f220-4cc3-9846-231687476029', '2026-11-29T16:26:14Z', NULL, 'name-place', 'F6GX9Y b9ce070d-ff54-437a-b641-e76e12bed903 Gymzaal De Spoel'),
	('645df35e-350d-4df8-aea0-fc3d7e2cd7de', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y bb84dd27-6ee0-4088-8ad5-a924cd5766f4'),
	('15909ebf-db85-40d0-b513-ec6b58229878', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y bce5d9df-a285-454a-bcee-a961421b42d7'),
	('d36bc79b-e633-458b-800a-d7caf359ea01', '2026-11-29T16:26:14Z', NULL, 'name-place', 'F6GX9Y bce5d9df-a285-454a-bcee-a961421b42d7 Buurthuis De Weefkamer'),
	('34f6e2d7-eedd-41a0-9a91-00d903bba165', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y c038dcf7-9818-4625-bda7-8f586955b58e'),
	('ad643916-c89e-42c4-a91f-61c974972027', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y c6944b87-5982-4151-9a29-61a110c03a27'),
	('98769a6f-4839-46a2-93a7-f67dadc25fd7', '2026-11-29T16:26:14Z', NULL, 'name-place', 'F6GX9Y c6944b87-5982-4151-9a29-61a110c03a27 De Brink'),
	('787bf61f-54f8-49c9-9d3e-a622b2409a67', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y d3aa2cc7-d01c-421b-9061-d5809d3b9f9c'),
	('7de73536-02a8-4ee6-b858-08633c1bd7e9', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y f6dd5b2d-2521-4404-901b-b255c9ca6fbf'),
	('dff808b3-fa98-4677-8ca7-8a0215800497', '2026-11-29T16:26:14Z', NULL, 'name-place', 'F6GX9Y f6dd5b2d-2521-4404-901b-b255c9ca6fbf Bleekveldpark'),
	('e353a3cf-410b-461b-84f6-ba24cdcb8ec8', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 223c82e5-5127-47e7-a0b4-33f42c513555'),
	('f73fe908-8f36-48d9-902d-103bf6ae26a3', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 4deaf799-deab-4582-bb58-5934431ba99d'),
	('cebfac61-8809-4c68-9a0f-0e69e1080386', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 5bc388b0-c34a-44a2-a3f7-ed0a02622516'),
	('988fd09e-03fa-40bc-9049-72edfc2927f2', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 9af59312-c4c0-4085-8628-b4ba3c5cdd96'),
	('7b8b3fa2-0e46-4df1-b09d-bef71af10d66', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y acaebcc1-79e8-4eb3-88a6-83a6e773a2b4'),
	('fe8df0b8-c082-422a-b69a-380a28ac38b2', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y b910f45b-f93b-4216-a3b9-da63ede7855c'),
	('38a9b59d-bea6-4113-bb79-c78722474b01', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y bcda0a64-c4e2-4f86-8d63-e71367b97005'),
	('b0f0c7ab-29da-4d47-bf86-ed08fa93fdb6', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y d76332c7-6467-4b57-bb06-2b1108e23ee4'),
	('f636dc79-3569-4623-ab4e-66303e2b562a', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y ebf07475-b351-4b5b-b26a-1c05215760b9'),
	('52059d68-4727-44ce-a03f-a3ce237205ff', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y ff890e58-2c5e-40f8-ae9f-169991a7bc01'),
	('6195c7f5-74c4-4c12-989b-a69951cd52a6', '2026-11-29T16:26:14Z', NULL, 'staff-add', 'e8446de5-1f6d-4b11-8f19-96affe26e598'),
	('e7c96fd9-ac57-406f-9864-1baba2690635', '2026-11-29T16:26:14Z', NULL, 'staff-add', '4bfecd5d-0dbf-45b6-88ce-aa72cf01c0e5'),
	('b9108c98-9a74-4f5c-9c9a-320592b22346', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y c259a79b-865f-4341-b138-b0c0300af7ed'),
	('3bce69da-6c22-47c1-9f1f-8ffe9495cbe6', '2026-11-29T16:26:14Z', NULL, 'name-place', 'F6GX9Y c259a79b-865f-4341-b138-b0c0300af7ed Buurthuis De Weefkamer'),
	('30b9e22e-74b8-42e9-b0d0-b02cdfd66039', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y c341aff1-5e77-47f1-b743-d7689265be68'),
	('8682bb9c-b884-4b1e-b5f7-2a70a6b5e9c9', '2026-11-29T16:26:14Z', NULL, 'name-place', 'F6GX9Y c341aff1-5e77-47f1-b743-d7689265be68 Zorgcentrum Leemhof'),
	('272162d4-4bcd-4901-abd5-5b885c16fab5', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y d0f3c43a-6f77-4949-85ea-d1fed4840c8b'),
	('e488111a-3eba-4000-9ea7-5d6ce01fb95a', '2026-11-29T16:26:14Z', NULL, 'name-place', 'F6GX9Y d0f3c43a-6f77-4949-85ea-d1fed4840c8b Weekmarkt'),
	('a84bb973-1dbf-4246-bc08-8bee21ed2e80', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y f6704d85-5d06-4508-a4d3-c8f9ea2ee89c'),
	('f43db078-afdd-4644-addd-a4fb1a71fe50', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 07b86116-5e1b-43bd-b662-f1ce8ad0cd9c'),
	('53621e89-6a33-4563-b8fc-60ed6d80965c', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 2bf08a9e-4fef-4751-98ff-b9be14438c86'),
	('1a4a9d20-cef9-4ff3-857f-741d7a314d14', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 5a665783-e3cf-40b4-9b86-7ee2119bbcd3'),
	('a31cca4f-2444-4172-9980-37a8d79b48d9', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 65937dbc-9c14-4845-9b73-9e0a392c7cba'),
	('a218c410-92b5-4ca7-bf39-55e4993c3626', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y a46467eb-7ed9-4140-900e-c8831e306728'),
	('906f759f-5144-4a50-ad31-bc58b2121c69', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y b507d645-28a6-4193-a646-89751f573c69'),
	('6a78051d-4675-4c04-be97-089bcd9251a7', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y bb8e2fbc-49ef-47b8-b91a-16d71b6c967d'),
	('a2b4d5fd-aff6-48ec-9717-42296829818a', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y d09bf9a0-c24b-4d0b-b03a-03eba88be989'),
	('61bf5457-76bb-4174-b56b-6614c3808362', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y ea895fff-6e68-489e-a8b5-441f8f49e2fd'),
	('84b252e4-d623-4f74-a9f1-a7638d5c84b3', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y f559597e-2761-4567-8019-d2dadb9efb09'),
	('88fa23e5-235e-47d8-994d-a9f8f82c00e8', '2026-11-29T16:26:14Z', NULL, 'release', 'F6GX9Y'),
	('6bf4c9fd-35ab-413d-8212-b1cffb8abe7b', '2026-11-29T16:26:14Z', NULL, 'staff-add', '1c7bcfde-8e4f-4cbe-af82-e3d7d5cb6b56'),
	('3f02f319-6da7-4b1e-863a-fc79499aa47d', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y c315730b-cc19-4ada-aead-663f34e0330a'),
	('c69b9c07-c4db-4f1c-b017-5594e6f8626b', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y cd496a7d-41f9-41cc-89d3-343341e153c3'),
	('b3be3635-dcab-4097-8b00-3773dd571b83', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y f06538f6-dad6-4b06-9f5a-aa8a5de03d9f'),
	('ee206c04-efcc-4144-b055-86dea04d7fbb', '2026-11-29T16:26:14Z', NULL, 'name-place', 'F6GX9Y f06538f6-dad6-4b06-9f5a-aa8a5de03d9f Buurthuis De Weefkamer'),
	('7504852b-41f0-47a7-a2de-9310d92d1ac7', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y ff9fd6cc-ae4d-4062-8efc-426ff445b7d0'),
	('daac75a0-e474-44c8-943e-bb79b36352ac', '2026-11-29T16:26:14Z', NULL, 'name-place', 'F6GX9Y ff9fd6cc-ae4d-4062-8efc-426ff445b7d0 Buurthuis De Weefkamer'),
	('c2a6940c-84bc-45af-8697-703d40d8daab', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 24391662-2fb9-4507-8f6f-ff0bf721b843'),
	('5e0e4fa6-cbb1-4cc1-b0d0-c5a0320411b6', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 559c8058-b70a-433d-b1d9-22d163bb481b'),
	('eba8e2c3-c338-4e40-892e-9ead43a00607', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 64b0e249-12ba-47be-bddc-a4ca7eac2d7f'),
	('e18432e9-7772-46f5-9d2b-f40dab80e2d5', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y 9d8bc20f-51ba-4439-b52b-e6ad5ded8ec4'),
	('5e00e707-2ed1-4ced-bb26-71db8bd98b5b', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y ad5b097d-3f10-4d57-8b94-df7311b241b1'),
	('23fa1cb1-396a-481e-8ab3-973104991782', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y b9ed72b7-346e-4fe1-af5e-653b140c2eba'),
	('a2247fc8-e972-4427-962a-b6f024a69b1a', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y cddfbb22-f89e-4bf0-a440-51a66b69e0b2'),
	('2101babb-17ea-4a44-b0d5-5e8788b6a719', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y e876ac7d-3153-4a0e-bd74-781a14b7cdc3'),
	('56589dd0-12b9-4b11-8833-26e339d45b75', '2026-11-29T16:26:14Z', NULL, 'approve', 'F6GX9Y f3cb0425-3e65-4ce1-afec-c7b35c4cb653'),
	('ebcae90d-a916-4e56-9a67-01882892fe32', '2026-11-29T16:26:14Z', NULL, 'traject-make', '5df0dc85-8021-44a4-8714-6f56bd61a152'),
	('8c5881a9-c72f-419e-bcdc-0d203f3e7d00', '2026-11-29T16:26:15Z', NULL, 'staff-add', '47b1fbd7-7d7f-4a10-8666-4a0c1f34b5df'),
	('9226e6c7-c2eb-4a97-855b-c94a7d204efb', '2026-11-29T16:26:15Z', NULL, 'staff-add', 'f2b5c156-b107-4237-9c1b-7e831fad40bf'),
	('d8d89a6f-decb-44e2-93f7-512b937176ba', '2026-11-29T16:26:15Z', NULL, 'staff-add', '71085292-93d7-4e31-b02f-71ecd9f535bf'),
	('13bb1377-b20b-4e85-9d2a-39480072175d', '2026-11-29T16:26:16Z', '47b1fbd7-7d7f-4a10-8666-4a0c1f34b5df', 'approve', 'DJPPD3 91812a47-1b61-4345-9efa-d61deff191e3'),
	('b2ea8208-0886-42bd-b7c5-2d205078d024', '2026-11-29T16:26:16Z', '47b1fbd7-7d7f-4a10-8666-4a0c1f34b5df', 'approve', 'DJPPD3 3121aae5-0245-40bb-91f1-879016ca8364'),
	('fd959147-681f-4c10-8dfd-d1b14ece8817', '2026-11-29T16:26:17Z', NULL, 'session-close', 'DJPPD3'),
	('54f2ecea-24a3-4686-a97d-44c13876b348', '2026-11-29T16:26:17Z', NULL, 'session-close', 'Y6YEE3'),
	('6848482e-0cde-439b-a44b-52b6c1c931e2', '2026-11-29T16:26:17Z', NULL, 'session-close', '69WKEQ'),
	('193d93d8-c0f9-431f-9507-c7160e020670', '2026-11-29T16:26:17Z', NULL, 'release', 'DJPPD3 Y6YEE3'),
	('1c4f287a-6842-4a33-9953-24bb0a2d386e', '2026-11-29T16:26:17Z', NULL, 'figures-import', '5df0dc85-8021-44a4-8714-6f56bd61a152 71b35c51-0031-4cc9-85b3-274fd3f0e8d2');


--
-- Data for Name: board_history; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: buurt; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.buurt VALUES
	('VB0000AA01', 'Voorbeeldbuurt', '{"type":"Polygon","coordinates":[[[4.813175,52.342157],[4.815571,52.341968],[4.816478,52.341909],[4.817366,52.341872],[4.818239,52.341855],[4.819101,52.341855],[4.81978,52.341873],[4.820549,52.341915],[4.821321,52.34198],[4.822085,52.342071],[4.822935,52.342196],[4.82362,52.342317],[4.825057,52.34261],[4.827228,52.343095],[4.827285,52.34319],[4.82697,52.344371],[4.826786,52.345294],[4.826608,52.34604],[4.826511,52.346297],[4.826377,52.34655],[4.826217,52.3468],[4.826061,52.346988],[4.825812,52.347198],[4.825623,52.347313],[4.825411,52.347418],[4.824943,52.3476],[4.824619,52.3477],[4.824381,52.347758],[4.823873,52.347849],[4.821748,52.348167],[4.820807,52.348269],[4.820023,52.348328],[4.8195,52.348343],[4.819065,52.348336],[4.81854,52.348307],[4.817932,52.34825],[4.817164,52.348147],[4.815829,52.347889],[4.815043,52.347777],[4.814426,52.347708],[4.814072,52.347683],[4.813636,52.347668],[4.813033,52.347676],[4.812827,52.347695],[4.812972,52.347076],[4.813119,52.346287],[4.813212,52.345642],[4.813265,52.345052],[4.813284,52.344351],[4.813265,52.343488],[4.813221,52.34284],[4.813144,52.342241],[4.813175,52.342157]]]}', 1, 'a5e8fab8855a6b531f98d8b7');


--
-- Data for Name: coming; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: evidence; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: feedback; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: feedback_choice; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: figure_area; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.figure_area VALUES
	('71b35c51-0031-4cc9-85b3-274fd3f0e8d2', 'VB0000AA01', 'buurt', 'Voorbeeldbuurt', '[1234,41]');


--
-- Data for Name: figure_import; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.figure_import VALUES
	('71b35c51-0031-4cc9-85b3-274fd3f0e8d2', '5df0dc85-8021-44a4-8714-6f56bd61a152', 'ready', 'area', 0, 'figures.csv', 'Proef', 2025, '', '', 0, '{"survey":{"told":{"format":"CSV","encoding":"UTF-8","separator":";","header_rows":1,"layer":"","crs":null},"shape":"area","area_field":"buurt","crs":null,"square_m":0,"rows":1,"ragged":0,"not_asked":0,"used":1,"again":0,"matches":[{"code":"VB0000AA01","name":"Voorbeeldbuurt","level":"buurt"}],"strangers":[],"strangers_count":0,"elsewhere":0,"no_code":{},"no_place":0,"far":0,"doubled":[],"moved":[],"formulas":0,"same":[]},"kept":1,"secret":0,"unreadable":0}', '2026-11-29T16:26:17Z', NULL);


--
-- Data for Name: figure_point; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: figure_square; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: indicator; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.indicator VALUES
	('304d43f9-0c27-4e01-8755-ea0dba8811fe', '71b35c51-0031-4cc9-85b3-274fd3f0e8d2', 0, 'inwoners', 'inwoners', '', 'algemeen', 'geen', 'deel', NULL, 0),
	('f89aeab3-1b26-4944-b042-e794fea627ca', '71b35c51-0031-4cc9-85b3-274fd3f0e8d2', 1, 'groen', 'groen', '', 'algemeen', 'geen', 'deel', NULL, 0);


--
-- Data for Name: kept_layer; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: me_too; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.me_too VALUES
	('DJPPD3', '91812a47-1b61-4345-9efa-d61deff191e3', '18197cdb1a5b05bc97e57734f526627cfd7826caa7ca572ae95ccf577ec37468', 1);


--
-- Data for Name: photo; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.photo VALUES
	('3121aae5-0245-40bb-91f1-879016ca8364', 'DJPPD3', '91812a47-1b61-4345-9efa-d61deff191e3', NULL, '91c78d5eab08145144503b8b80f12be6651cdee703c5988f16d53e36834a768f', '18b2f6821f6d2e2a234ddccf41e46f937ba82bba002a48563c678dec0d48f73c', '6c94d00a4539e2070c5861b353cabfe0', 'Samen vegen', 640, 480, '\x1ff809359a7077778087878888788778708008f788', 1, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 1, 1),
	('e721a9d7-24f1-444f-a01b-cd9480b54e7f', '69WKEQ', 'e721a9d7-24f1-444f-a01b-cd9480b54e7f', '5abbcd21-8266-459c-a71c-31bbb373acaa', 'd14cff97a005f637cfc4760f075e3fefbdc979944ac53f28f827a9da07e7e28e', '6ec48054da7c89a54589ddbe45e5ff96afe667c55079e8d4ecdce50d831532ee', 'a22ea852ec1c58b5ef75a62e3e61938c', 'De dijk', 320, 240, '\x1f080a359a8087877087878787788777808008f888', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, 0);


--
-- Data for Name: photo_gone; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.photo_gone VALUES
	('3bd99ed7871099bfd49eb69d0786d7a3', NULL);


--
-- Data for Name: pin; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.pin VALUES
	('F6GX9Y', '16c3fa54-74aa-44d4-9461-a7f6796e0f85', 0, '1bf862aecb55acca4c3799d62be70ce5e864b2c3f7c864aa5f2fc0ea4e22d5b1', 'ac3d83772d135a725e62faebd5d6af29165ea6175ebd63c95acb305f80994688', 4.818777, 52.346442, 'gaat-goed', 'leefomgeving-openbare-ruimte', 'overdag', 1, 'Eendjes voeren met de kleinkinderen.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', '234e5f06-917b-4d86-9c9b-99516f75a8ae', 0, '3a130de0b964e1d132423ac9c0d54f3f57e1d354b59fb4fad442ae9d99556d6c', '5d435118f1bc07a7e29f4a9c825bbf9a87536022bd64e9279026fbcf2d3b0c5a', 4.817901, 52.346231, 'gaat-goed', 'leefomgeving-openbare-ruimte', NULL, 1, 'Mooi park, goed onderhouden.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', '2b769505-0b9f-4b75-acf9-7cb52a33327a', 0, '2032177b546fd790903b699a0d1d2f5accc1c028bc1b826f04d3ec51bcaa2d88', '1d87effcc55f1a53ff3a3d53801fa7d9d45ee7489af56edabe5dbe8f67f97ec1', 4.817596, 52.346934, 'kracht', 'leefomgeving-openbare-ruimte', 'overdag', 1, 'Buren houden zelf de bloemperken bij.', NULL, 1, 1, 0, NULL, 0, 0, 'Bleekveldpark', 0),
	('F6GX9Y', '345090d6-f09b-482c-bad3-460a214cf404', 0, '47328622884c2153c974f32e0965ca48ad21242ccfefd7c22ebd6d6635569f79', 'deeb597779d7ea1a5b3786b988b7a770fa50274f7aad8f385f761156d77a1622', 4.820361, 52.342461, 'gaat-goed', 'samenleven-integratie', 'overdag', 1, 'Gezellig op het plein als er markt is.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', '37475e26-682c-4dc3-8e6f-e68dcf257057', 0, 'b0674f177d648f9188db3e513a8dadcaa5502f75d53c9375b944f3597e646e48', 'bacf3ce7900e000e3169cd28a74461fd2bc0ce5ae09f8cd9123049225b217553', 4.817228, 52.345967, 'gaat-goed', 'onderwijs-opvoeding', 'overdag', 1, 'De speeltuin is heel fijn voor kleine kinderen.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', '7b7ea24c-a0e2-4bef-9422-0eb250aecc80', 0, '5b87bdd822bb99e349ed4f27a55769483d4b8f31645da942b0d2b8c0fcc7c17f', 'eb52146b41ba12dce51b1f3722850e929e810db3e19e0532ab8c6a12cdff41a3', 4.820996, 52.342295, 'gaat-goed', 'samenleven-integratie', 'overdag', 1, 'Gezellig', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', '93ba1912-6027-420b-949e-3a07d1ec50ac', 0, 'fe2354af2a55425918c05322be5f4fc76fdfac5bb4d121cc9c164a2ee2cad888', '1e4dc0ca362d6dd9574a7a7c2db6f33a72e101448770b99f430823e4aaa01e02', 4.818643, 52.346649, 'gaat-goed', 'gezondheid', 'overdag', 1, 'Ik loop hier mijn rondje om de vijver. Goed voor mijn hart.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', '9f2900e6-4156-4775-8661-88b5ad111b2f', 0, '84dcd6d106e98e7c67ccce146fb2f5109d47083df2ab4918ba4c4960ee6955de', '1438943de068ba032c88839563c13f211cc99416d75962a54d33e6c81eca2069', 4.820453, 52.342682, 'kracht', 'samenleven-integratie', 'overdag', 1, 'Op de bankjes bij de markt maak je altijd een praatje.', NULL, 1, 1, 0, NULL, 0, 0, 'Weekmarkt', 0),
	('F6GX9Y', 'a305e2e0-2eb5-48f3-bae7-b6fab33748fe', 0, '61d04b1f3306424eaf1ee282e7e7b4bde07d2cb43524357770f9faa2a870f134', '08cceab1d6f44a85057177e05d2c146e6d20066a89c41dd673c61aec38aa8d01', 4.820666, 52.342349, 'gaat-goed', 'samenleven-integratie', 'avond', 1, 'In de zomer zit iedereen hier buiten, heel fijn.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'a544b612-8d1e-421a-a133-4821bd1f3706', 0, '2e360ecf31600c153483daaf44a30e08b83a174b4fe427ec0a2626f3e076ebb4', '5a034842ca4ce09cb7e1a6cf4b99c4f1353be077a6c092d9a23d72fe412fc0cc', 4.817665, 52.346239, 'gaat-goed', 'leefomgeving-openbare-ruimte', 'overdag', 1, 'Rust en groen, hier kom ik elke dag met de hond.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'b340fe98-2bdb-44c8-913e-95e38803d34e', 0, '08380d7d133027e6dadc085dfd10b905eed77c6d6f04231aac3a022edcf9ae12', 'f4e223fdfb1b8b06549d3d3f4f25582b6e612c9a609649f51f573a9f338692ac', 4.820777, 52.34274, 'kracht', 'werk-participatie', 'overdag', 1, 'De kooplui letten op elkaar en op ons.', NULL, 1, 1, 0, NULL, 0, 0, 'Weekmarkt', 0),
	('F6GX9Y', 'b726d79b-5362-49b2-b55e-2812128476f3', 0, '09ca27c67482e1bdcc286deae151e77a1356d2e180e3def1fcddfb6249a9383a', 'd93706234aa7ab7fe04efc3fe6f9d250a2bc307f4defcf631f856a30088d6090', 4.820836, 52.34241, 'gaat-goed', 'leefomgeving-openbare-ruimte', 'overdag', 1, 'Alles wat ik nodig heb is hier, ik hoef nergens anders heen.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'd0f3c43a-6f77-4949-85ea-d1fed4840c8b', 0, '6da13274c8db8eacb8c9928de3078c9e330d596928ba4809f7248ce3c865bc3a', 'f57152847008a760703c49c5be9db54df18a26bfb783c268e00d74496712826a', 4.820504, 52.342656, 'kracht', 'samenleven-integratie', NULL, 1, 'Het plein is het hart van de buurt.', NULL, 1, 1, 0, NULL, 0, 0, 'Weekmarkt', 0),
	('F6GX9Y', 'd3aa2cc7-d01c-421b-9061-d5809d3b9f9c', 0, '01726ff4110781c79c965bed0abe93999a6d55c06fb3317cc9947a8c272bee68', '0c8bd2394f9fab064ab2188fca36c617241e0d797f431142a6f341af3042537a', 4.820455, 52.342432, 'gaat-goed', NULL, 'overdag', 1, 'Lekkere verse groente en niet duur.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'f6dd5b2d-2521-4404-901b-b255c9ca6fbf', 0, '5ceb17240e49e29d89e4f46029c98f0418c8a2534b485f9050794941a457620a', '8ea3924943432611f303133ed175d500b16278856c914f6f26b15b12dcab8f7e', 4.818375, 52.346169, 'kracht', 'samenleven-integratie', 'overdag', 1, 'In het park kom je mensen uit alle straten tegen.', NULL, 1, 1, 0, NULL, 0, 0, 'Bleekveldpark', 0),
	('F6GX9Y', '4deaf799-deab-4582-bb58-5934431ba99d', 0, '8cb7a9912fd905ffc4f972f992da8868e55d34f00644c861cf0ef124e712a46e', '0f2de33a2e462fb651d1e56695e78e79a0f291e3fb913652fea33b6bbd54df9b', 4.820421, 52.34264, 'idee', 'samenleven-integratie', 'avond', 1, 'Zet hier in december een grote tafel, dan eten we samen soep.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'a46467eb-7ed9-4140-900e-c8831e306728', 0, '6ecff7a3a2506eb8f503ce85903dec74960bccbfa2d158c6507209f5f65a8750', 'f87e168538d530f0cc359a268350e8f4bd91c25f41d0636cb1ccfae0ee0917ef', 4.818752, 52.346462, 'idee', 'gezondheid', NULL, 1, 'Een paar toestellen om te sporten, ook voor ouderen.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'd76332c7-6467-4b57-bb06-2b1108e23ee4', 0, '5e0f83a181d9c6026911b0ff5ccff3cb61780980dbd91d424c502d49a4e2cc8b', '957565c7d93dd832576681907009e74635ff90abf0b44cfcb6da016b8673adf2', 4.820421, 52.342611, 'zorg', 'leefomgeving-openbare-ruimte', 'avond', 1, 'Na de markt waait overal plastic.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'e876ac7d-3153-4a0e-bd74-781a14b7cdc3', 0, 'a929f55a933d291caf43bf620b3b63c48a95b9030625f80f414898e38323ea86', '67e072670bbee6f23b54ba395ac1ced2bfada08a41d0ae06c6c1c3c36197719c', 4.820693, 52.34223, 'idee', 'leefomgeving-openbare-ruimte', 'overdag', 1, 'Meer schaduw op het plein, het is hier heet in de zomer.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('9PTT9C', '33095663-0aee-4ea9-b5e7-37d12e3b44b4', 0, '6c2adda53ebc2aebf23646241f160a5b9006473cfc69f56307ac0b28d018460f', 'b84c291b5589a4424efa694e624e5b394b6c7e4f70546d20b6375113c0fc070b', 4.818199, 52.347077, 'gaat-goed', 'leefomgeving-openbare-ruimte', 'overdag', 1, 'Lekker op een bankje bij de vijver.', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', '22fee84a-6185-4389-9df0-0018b0e12994', 0, '1ff57a6883a0a0dbe933a158e343674b393cef3a0a23500946966cf7899ac307', '844939eca5b015006e25327f0a7bead7e5fd06db30c011bac72dade542d56ff1', 4.81744, 52.344869, 'gaat-goed', 'samenleven-integratie', 'overdag', 1, 'De deur staat open, ook als je alleen iets wilt vragen.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', '44ddd6e4-fbaf-4672-b682-c76e0ebf450a', 0, 'b0d01f8ef05608c36f2dad5820e85c64b6a8476bea8dce0e5bbddf6ba6c8a2e8', 'f4e85474917fb78a4bec295d28fe1237fa24d7dcc9a88f5b746677e8a5feb7bd', 4.818927, 52.345564, 'kracht', 'samenleven-integratie', 'avond', 1, 'Jong en oud doen mee met de naailes.', NULL, 1, 1, 0, NULL, 0, 0, 'Buurthuis De Weefkamer', 0),
	('F6GX9Y', '4a05af10-4a81-48f8-9f86-f6c4fa418595', 0, '831af215de8f246020a326b472a8cd68005e372c927bfd025415d4936e318322', '6c44e375eb83fe08297948b0040ff57f46009d9c5f63038c02886e2019b5c6dd', 4.819142, 52.345508, 'kracht', 'werk-participatie', 'overdag', 1, 'Hier heb ik Nederlands geleerd en nu help ik zelf.', NULL, 1, 1, 0, NULL, 0, 0, 'Buurthuis De Weefkamer', 0),
	('F6GX9Y', '8cc08ad6-3d4e-41ca-bffd-d30768067733', 0, 'a929f55a933d291caf43bf620b3b63c48a95b9030625f80f414898e38323ea86', '8360b13ffd1dd56d47f114828f92fcf99bac99160fa95475652e0fe3c4aee0be', 4.820614, 52.34727, 'gaat-goed', 'samenleven-integratie', NULL, 1, 'Stil hofje, hier is de tijd blijven staan.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'a43eff2f-f3ed-4194-a7fe-86662e7e5dfe', 0, '6da13274c8db8eacb8c9928de3078c9e330d596928ba4809f7248ce3c865bc3a', 'bf96aff4c2099637b1d4b17a1fc1d0b3e193607e8672d60eb4ddadb6be255c35', 4.820304, 52.345234, 'kracht', 'samenleven-integratie', 'overdag', 1, 'Na de kerk is er koffie, iedereen mag binnenkomen.', NULL, 1, 1, 0, NULL, 0, 0, 'Vredekerk', 0),
	('F6GX9Y', 'c315730b-cc19-4ada-aead-663f34e0330a', 0, 'b0d01f8ef05608c36f2dad5820e85c64b6a8476bea8dce0e5bbddf6ba6c8a2e8', 'd39706cb6fd540369103cf0c450601db877547d0eddbaa42defd60fde60ce369', NULL, NULL, 'gaat-goed', 'algemeen', NULL, 1, 'Ik woon hier veertig jaar en ik wil niet weg.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'cd496a7d-41f9-41cc-89d3-343341e153c3', 0, '6da13274c8db8eacb8c9928de3078c9e330d596928ba4809f7248ce3c865bc3a', '017623ad43294b9a0ecebdbdcdd6727e9df7a71e0c7b28524ecbba92f8cd2ea2', 4.824067, 52.343874, 'gaat-goed', 'samenleven-integratie', 'overdag', 1, 'Op de Brink zitten we met de hele straat buiten.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'f06538f6-dad6-4b06-9f5a-aa8a5de03d9f', 0, '61d04b1f3306424eaf1ee282e7e7b4bde07d2cb43524357770f9faa2a870f134', 'cd871d985f989ee8095549f1f31aa005edb0b6c089a5b704e9d40c9386778dba', 4.819004, 52.345428, 'kracht', 'gezondheid', NULL, 1, 'Zij weten waar je moet zijn voor hulp.', NULL, 1, 1, 0, NULL, 0, 0, 'Buurthuis De Weefkamer', 0),
	('F6GX9Y', 'f6704d85-5d06-4508-a4d3-c8f9ea2ee89c', 0, '649dfa112375160bb337df2d76fd45851732a4fa0c78f7aeb177fcca2761c205', 'e3b5abc8f7d82eaff27ee18c06bae7763dd0894e3954e4cf212ebdb7378309af', 4.821689, 52.342371, 'gaat-goed', 'onderwijs-opvoeding', 'overdag', 1, 'Huiswerk maken in de bieb gaat beter dan thuis.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', '07b86116-5e1b-43bd-b662-f1ce8ad0cd9c', 0, 'afd06a9e6dbb6488282f8b2881cf7da8d64aed76a79c0b7f00f4cac551425887', 'aef4ca04bbeff5128aac13b2e58c179f09b13f6aa6a4e3b394dafba04d889611', 4.814846, 52.345638, 'zorg', 'leefomgeving-openbare-ruimte', NULL, 1, 'Grof vuil blijft hier dagen liggen.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', '223c82e5-5127-47e7-a0b4-33f42c513555', 0, '1ff57a6883a0a0dbe933a158e343674b393cef3a0a23500946966cf7899ac307', '20a59aa9e0a7a85885322298a24d47d0eba7451ff4d002436938abe51145aa9c', 4.81398, 52.342826, 'zorg', 'leefomgeving-openbare-ruimte', NULL, 1, 'De sloot stinkt als het warm is.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', '5a665783-e3cf-40b4-9b86-7ee2119bbcd3', 0, '6d0cd3792bcf0da7c887ea291a67ad36575f736f30c7256f72914b4584b18eac', '6ac01ceae438d43ba386ec8a72b29d8ca386f422a6fe8f513e2d3a12601bda05', 4.814908, 52.345566, 'zorg', 'leefomgeving-openbare-ruimte', 'overdag', 1, 'De container zit vaak vol. Dan zetten mensen de zak ernaast.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', '64b0e249-12ba-47be-bddc-a4ca7eac2d7f', 0, 'afd06a9e6dbb6488282f8b2881cf7da8d64aed76a79c0b7f00f4cac551425887', '6daa108542b0180090501786e3c1d1a51265bf0ca7395a7ba42c7a06bc99ea1d', 4.815159, 52.34666, 'zorg', 'wonen', NULL, 1, 'De lift is vaak kapot. Ik woon op acht hoog.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', '9af59312-c4c0-4085-8628-b4ba3c5cdd96', 0, '47328622884c2153c974f32e0965ca48ad21242ccfefd7c22ebd6d6635569f79', 'd9058d4439e0387fc61c9cdb8337d4b6f02d7ea6c1860b0ba54a0aac10edee21', NULL, NULL, 'zorg', 'gezondheid', NULL, 1, 'Veel mensen zijn alleen, dat zie je niet op een kaart.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', '9d8bc20f-51ba-4439-b52b-e6ad5ded8ec4', 0, '4a8ed5bf1266b9e24b312b100ebf84982cc9702dfa273d4628553bf8218e584a', 'ad7ac694ac8c4a46279192a4c72f0392ee3cb7136ee3e9d98f975b78050f931f', 4.821648, 52.343478, 'zorg', 'veiligheid-criminaliteit', 'overdag', 1, 'Te druk bij het oversteken.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'acaebcc1-79e8-4eb3-88a6-83a6e773a2b4', 0, '5b87bdd822bb99e349ed4f27a55769483d4b8f31645da942b0d2b8c0fcc7c17f', '8797233781ab240de5b2421987eafd2dc8985ef6e3235baa95cccce56b65c42c', 4.813813, 52.344813, 'zorg', 'veiligheid-criminaliteit', 'avond', 1, 'Donker', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'ad5b097d-3f10-4d57-8b94-df7311b241b1', 0, '1ff57a6883a0a0dbe933a158e343674b393cef3a0a23500946966cf7899ac307', 'a62e12f9781c0afcf0cefb6cd0a8c3d96a334778ea98e06dd04ad1ed02d69f08', 4.813589, 52.34504, 'zorg', 'veiligheid-criminaliteit', 'avond', 1, 'Brommers rijden hier te hard, je ziet ze niet aankomen.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'bb8e2fbc-49ef-47b8-b91a-16d71b6c967d', 0, '1bf862aecb55acca4c3799d62be70ce5e864b2c3f7c864aa5f2fc0ea4e22d5b1', 'a212225e033e8845fb4b977bfb0e7cfcc6a1aa5a4cd9d63a0b5ed905f6dcd52c', 4.813577, 52.344825, 'zorg', 'veiligheid-criminaliteit', 'avond', 1, 'De lampen zijn al maanden stuk.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('9PTT9C', 'd4901eb4-b212-47c4-8d67-d682145f87b4', 0, 'c763535b7c3ed0f2e04dfed5402ac7f028a1686550830324ee419082625b79cc', 'e78b10c29293385d983aeffbf27b5792d28abe7db1fd69627d20babde37ff4a2', 4.820477, 52.342567, 'gaat-goed', 'samenleven-integratie', 'overdag', 1, 'Fijne markt.', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('9PTT9C', '038401b7-b774-458e-828f-282958d1e9cb', 0, '18723983ec315d6a06c27b15af68c3c2173f86cf75598fb78386352eddfe2496', 'ba657776aa4bcd4703300649cc5bdc2ee55e05726bb61ab9b04cf8a5fa3a5471', 4.81903, 52.344498, 'kracht', 'onderwijs-opvoeding', 'avond', 1, 'Op het trapveld speelt iedereen met iedereen.', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', '0369d8bb-0fee-4ae0-9132-aa01f1d9efcf', 0, '831af215de8f246020a326b472a8cd68005e372c927bfd025415d4936e318322', '4f87f4779fb55f8e56faa9f08730448978cd71c1e15d48cfe7565948390dcd74', 4.818558, 52.346559, 'kracht', 'gezondheid', 'overdag', 1, 'Wij wandelen hier elke dinsdag met een groepje, iedereen mag mee.', NULL, 1, 1, 0, NULL, 0, 0, 'Bleekveldpark', 0),
	('F6GX9Y', '3b4d013d-654d-4b14-8fc5-4e2fd3076dc3', 0, '5e0f83a181d9c6026911b0ff5ccff3cb61780980dbd91d424c502d49a4e2cc8b', '4e7eed05a7e0e0945bb1b329bda5a985049bfab0cc597ebde60f11f86fdbeb17', 4.824363, 52.343756, 'gaat-goed', 'onderwijs-opvoeding', 'overdag', 1, 'Kinderen spelen hier veilig buiten.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', '4a3e0d19-321b-45cd-aef8-412c26b343ad', 0, '08380d7d133027e6dadc085dfd10b905eed77c6d6f04231aac3a022edcf9ae12', '7ab6c1041b821b753e4506584da614a0198d83816df0a8befe19a1477026edce', 4.82195, 52.346714, 'gaat-goed', 'samenleven-integratie', NULL, 1, 'Wij hebben de sleutel van elkaars huis.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', '5be1a4c1-cea1-449c-893f-50b02ba7a406', 0, '01726ff4110781c79c965bed0abe93999a6d55c06fb3317cc9947a8c272bee68', '32f3c92fa756d831dc8df16dd44d637e2b9009daa581009e804e3d5ba3fadcc6', 4.821863, 52.346858, 'kracht', 'samenleven-integratie', 'overdag', 1, 'Stoep vol plantenbakken, die hebben we zelf gemaakt.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', '69ec9cd1-1b4a-44d7-ba7d-46a4c7b70b23', 0, '2032177b546fd790903b699a0d1d2f5accc1c028bc1b826f04d3ec51bcaa2d88', 'a7056c0fe03a342b27b0403c9593f2f2492b444bf513a2849c46d3022d7a3015', 4.812391, 52.343525, 'kracht', 'leefomgeving-openbare-ruimte', 'overdag', 1, 'De tuintjes achter het spoor horen er voor mij ook bij.', NULL, 1, 1, 0, NULL, 0, 0, 'Volkstuinen Het Seinhuis', 0),
	('F6GX9Y', '9319dcb3-4839-4322-ac13-2f2c57b2567f', 0, '6ecff7a3a2506eb8f503ce85903dec74960bccbfa2d158c6507209f5f65a8750', '5a590b751ef04c4321736c3ded6b91d2ab8af1a76563e047bd55105302f06d89', 4.824143, 52.343957, 'gaat-goed', NULL, NULL, 1, 'Dorp in de stad', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'a4269c49-d3a8-480c-93cb-1dcfad9fc79a', 0, 'fe2354af2a55425918c05322be5f4fc76fdfac5bb4d121cc9c164a2ee2cad888', '008675db3a0ba852548180fd91b7a349cc7111c9a5cb74ee9bbf08a5f5b11bf9', 4.821673, 52.342447, 'kracht', 'werk-participatie', 'overdag', 1, 'De bibliotheek is warm en je mag er de hele dag zitten.', NULL, 1, 1, 0, NULL, 0, 0, 'Bibliotheek Hoedenmakersplein', 0),
	('F6GX9Y', 'a5a3299b-a20d-4f73-95be-f69d41180bb2', 0, '557005afc8d9b011f6c38363b4a82931a2aad117fba6c4c23ec4534d1dc0da4c', '5c4f6cdb55e55bdf22d53708bfd9e85a81fa0e1d8f33b5c780cb89904399d141', NULL, NULL, 'kracht', 'samenleven-integratie', NULL, 1, 'Je kunt hier jezelf zijn.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'b152f6e5-325a-4868-b6c9-823e105c498b', 0, '1407aeee669771a2de12b9f6018c785f2d56b304a7bbd59834b39341949c5bb2', 'c100ebb547caf6571548d23ea4f560ff6981fb53cfda8a75b4ceb188d1703525', 4.815114, 52.346757, 'kracht', 'samenleven-integratie', NULL, 1, 'Op onze galerij groet iedereen elkaar.', NULL, 1, 1, 0, NULL, 0, 0, 'Buurtkamer Zadelmakersdreef', 0),
	('F6GX9Y', 'bb84dd27-6ee0-4088-8ad5-a924cd5766f4', 0, '09ca27c67482e1bdcc286deae151e77a1356d2e180e3def1fcddfb6249a9383a', 'ba1abfa9804fe34b289fecc7f1fc5322dd37a35d34ca5423e8792107d7fda580', 4.821517, 52.343368, 'gaat-goed', 'onderwijs-opvoeding', 'overdag', 1, 'Goede juffen en meesters, ze kennen alle ouders.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'c038dcf7-9818-4625-bda7-8f586955b58e', 0, '649dfa112375160bb337df2d76fd45851732a4fa0c78f7aeb177fcca2761c205', 'cc43c01c7b185864f166809a7d050bf3e94c3e60806bae5d0d79fd070d740a68', 4.817229, 52.34612, 'gaat-goed', 'onderwijs-opvoeding', 'overdag', 1, 'Spelen', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'c341aff1-5e77-47f1-b743-d7689265be68', 0, '1bf862aecb55acca4c3799d62be70ce5e864b2c3f7c864aa5f2fc0ea4e22d5b1', 'f1cffa76d18af2a66107920d4fc99766bfce3e13fce0438d013c0047e6bff938', 4.826362, 52.343525, 'kracht', 'gezondheid', 'overdag', 1, 'In Leemhof mag de buurt mee-eten.', NULL, 1, 1, 0, NULL, 0, 0, 'Zorgcentrum Leemhof', 0),
	('F6GX9Y', '5bc388b0-c34a-44a2-a3f7-ed0a02622516', 0, 'b0d01f8ef05608c36f2dad5820e85c64b6a8476bea8dce0e5bbddf6ba6c8a2e8', 'e8c3655eccced0d743a362e557ff5dda01b6bf2e0841a3ee261b72dc1228e886', 4.813492, 52.344919, 'idee', 'veiligheid-criminaliteit', 'avond', 1, 'Laat kinderen van school de tunnel beschilderen, en hang goede lampen op.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'b910f45b-f93b-4216-a3b9-da63ede7855c', 0, '39f1af2f2750d8e6979963515c1eeb55f7a4991be7f5cda4efedf12e8302d9d8', 'f4955fcebcc8c1632970de36fee277b08bc3eb280098824d9577030df086459a', 4.814651, 52.345432, 'idee', 'leefomgeving-openbare-ruimte', NULL, 1, 'Een vaste dag om samen op te ruimen, met koffie erna.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'b9ed72b7-346e-4fe1-af5e-653b140c2eba', 0, '3a130de0b964e1d132423ac9c0d54f3f57e1d354b59fb4fad442ae9d99556d6c', '82c47de7cae854e2aaa1a1eec497764e2dc9ea0e83537bc6da400fce9bcba1b9', 4.81354, 52.344999, 'zorg', 'veiligheid-criminaliteit', 'avond', 1, 'De tunnel onder het spoor is te donker, ik fiets om.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'f3cb0425-3e65-4ce1-afec-c7b35c4cb653', 0, '649dfa112375160bb337df2d76fd45851732a4fa0c78f7aeb177fcca2761c205', '8c9f8be59d89165ad63a56c7bf212ba17046d62433cd940fafd589334683da02', 4.821497, 52.343403, 'zorg', 'veiligheid-criminaliteit', 'overdag', 1, 'Om half negen staat de straat vol auto’s. Gevaarlijk voor de kinderen.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'f559597e-2761-4567-8019-d2dadb9efb09', 0, '5ceb17240e49e29d89e4f46029c98f0418c8a2534b485f9050794941a457620a', '7390c01e5d3395e93f8fb8b851e8e89f8739f1e82c48d143c2001598783c503e', 4.815017, 52.345578, 'zorg', 'leefomgeving-openbare-ruimte', 'overdag', 1, 'Afval', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('DJPPD3', '756ecec1-3423-4a40-b25c-f50964a6c0b9', 0, '24a22be25f45e75f5035f2f7d3ba45dbc44e5ef0472f7f724bdcb31020121351', 'ecd32372145f062e6864816639195e72e464edddeba8e8ec70df8125084d9768', 4.820004, 52.345234, 'kracht', 'veiligheid-criminaliteit', 'avond', 1, 'Woorden 1 van DJPPD3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', '10aded58-638f-4be3-abc0-c47903655db9', 0, '84dcd6d106e98e7c67ccce146fb2f5109d47083df2ab4918ba4c4960ee6955de', 'a902f468c7165b63f1eba740e951cbab6c8a4619b73ca571a7013149d3315b22', 4.821884, 52.346738, 'gaat-goed', 'wonen', NULL, 1, 'Mooie oude huizen en een fijne straat.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', '42a15d68-2b45-4df7-8628-6919aacf5459', 0, '39f1af2f2750d8e6979963515c1eeb55f7a4991be7f5cda4efedf12e8302d9d8', 'cbb03cdbaf40992764aaad75a1d9d48d33e5ce8f0ceffa37e04ed6b39e5f10f3', 4.821792, 52.342444, 'gaat-goed', 'werk-participatie', 'overdag', 1, 'Ze helpen je met de computer.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', '82afed9f-1ed7-4b88-8f5f-442eb837f7a6', 0, '39f1af2f2750d8e6979963515c1eeb55f7a4991be7f5cda4efedf12e8302d9d8', '7d7760112ef08c4fc3b19b284b0871b8417a9cc513accafaef486423624cf680', 4.817269, 52.344786, 'kracht', 'samenleven-integratie', NULL, 1, 'In de ramadan wordt hier eten gedeeld met iedereen die wil.', NULL, 1, 1, 0, NULL, 0, 0, 'Moskee De Poort', 0),
	('F6GX9Y', '88bb10b7-5899-4480-800a-8e56e45d7a98', 0, '2e360ecf31600c153483daaf44a30e08b83a174b4fe427ec0a2626f3e076ebb4', 'f867b28b5b846da0df2a31638730712f97b68fc8865fcfff3342fd8dbd51823c', 4.817254, 52.344946, 'kracht', 'werk-participatie', 'overdag', 1, 'Hulp met brieven op zaterdag, dat is goud waard.', NULL, 1, 1, 0, NULL, 0, 0, 'Moskee De Poort', 0),
	('F6GX9Y', 'a0b43eb6-57dc-414a-829d-3495b8ae3738', 0, '1407aeee669771a2de12b9f6018c785f2d56b304a7bbd59834b39341949c5bb2', 'e35dea23b222146e1fe0b12dcbad5795eb4aa09ee9eb46638362291d13fe7cd4', 4.818823, 52.345514, 'gaat-goed', 'werk-participatie', 'overdag', 1, 'De fietsen worden hier gratis gemaakt door buren.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'aac407b2-f26f-4a64-b8a3-08a6b34d5d39', 0, '5e0f83a181d9c6026911b0ff5ccff3cb61780980dbd91d424c502d49a4e2cc8b', 'bdd176a34bca30537e3a0b78935bba4f7e6838a369d62b8929f0f03902495bff', 4.821785, 52.348847, 'gaat-goed', 'leefomgeving-openbare-ruimte', 'overdag', 1, 'Over de brug loop ik graag langs het water.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'bce5d9df-a285-454a-bcee-a961421b42d7', 0, 'fe2354af2a55425918c05322be5f4fc76fdfac5bb4d121cc9c164a2ee2cad888', '6fef2259531a75c1b34c51d9d32e31f509e4b2afeabc94bd81019d85d9bf7371', 4.818898, 52.345431, 'kracht', 'samenleven-integratie', 'avond', 1, 'Samen eten op woensdag. Ik kook graag mee.', NULL, 1, 1, 0, NULL, 0, 0, 'Buurthuis De Weefkamer', 0),
	('F6GX9Y', 'c259a79b-865f-4341-b138-b0c0300af7ed', 0, '6d0cd3792bcf0da7c887ea291a67ad36575f736f30c7256f72914b4584b18eac', 'ff84a9021b604d6b33d8647c6e0a1e916a27df77aac2d225d0be0ba841444d75', 4.818812, 52.345504, 'kracht', NULL, NULL, 1, 'Warm', NULL, 1, 1, 0, NULL, 0, 0, 'Buurthuis De Weefkamer', 0),
	('F6GX9Y', 'c6944b87-5982-4151-9a29-61a110c03a27', 0, '8cb7a9912fd905ffc4f972f992da8868e55d34f00644c861cf0ef124e712a46e', '0b69677a73086aa180d50605f173601e14dd598db886af26def2d23e733f9708', 4.82377, 52.343885, 'kracht', 'samenleven-integratie', 'avond', 1, 'Elk jaar straatfeest, iedereen neemt een stoel mee.', NULL, 1, 1, 0, NULL, 0, 0, 'De Brink', 0),
	('F6GX9Y', 'ff9fd6cc-ae4d-4062-8efc-426ff445b7d0', 0, '47328622884c2153c974f32e0965ca48ad21242ccfefd7c22ebd6d6635569f79', '5e496d2105c52dd77129dd8fb5ace6f02a450e1382fe866426d23a62a8735501', 4.818848, 52.345454, 'kracht', 'samenleven-integratie', 'overdag', 1, 'In het buurthuis kan ik altijd binnenlopen voor koffie.', NULL, 1, 1, 0, NULL, 0, 0, 'Buurthuis De Weefkamer', 0),
	('F6GX9Y', '24391662-2fb9-4507-8f6f-ff0bf721b843', 0, 'b0674f177d648f9188db3e513a8dadcaa5502f75d53c9375b944f3597e646e48', 'f21cfc79f8afc580982e7bb3e140b59b4bf80557ea186d51d20216b9600223df', 4.813616, 52.344815, 'zorg', 'veiligheid-criminaliteit', 'nacht', 1, 'Na mijn late dienst durf ik hier niet door.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', '2bf08a9e-4fef-4751-98ff-b9be14438c86', 0, '8cb7a9912fd905ffc4f972f992da8868e55d34f00644c861cf0ef124e712a46e', '58607fcbeac5330ca27739eb3117293525e72ed2f36d0b9f5b133c1a81395ffc', 4.823641, 52.34759, 'zorg', 'veiligheid-criminaliteit', 'avond', 1, 'Op de kade wordt te hard gereden.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', '559c8058-b70a-433d-b1d9-22d163bb481b', 0, '4a8ed5bf1266b9e24b312b100ebf84982cc9702dfa273d4628553bf8218e584a', '72bc5aa7d0fea6ebb944922f990a7a5ac9a869b69d81bab58e573c6e7fba5ac0', 4.817405, 52.346017, 'idee', 'onderwijs-opvoeding', 'overdag', 1, 'Een hek erom, dan rennen ze niet de weg op.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', '65937dbc-9c14-4845-9b73-9e0a392c7cba', 0, '2e360ecf31600c153483daaf44a30e08b83a174b4fe427ec0a2626f3e076ebb4', '4e6fe6d80bbec64458ba4e7f260d87319c0185060a5e80ae790f906ba238c201', 4.814611, 52.345707, 'zorg', 'leefomgeving-openbare-ruimte', NULL, 1, 'Naast de containers ligt altijd vuil.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'b507d645-28a6-4193-a646-89751f573c69', 0, '4a8ed5bf1266b9e24b312b100ebf84982cc9702dfa273d4628553bf8218e584a', '3908f0af37fd210285412126ad8ab5069fbe591c4c4fd0ca12f31dfbdd7283a6', NULL, NULL, 'zorg', 'wonen', NULL, 1, 'Mijn kinderen vinden hier geen woning.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'bcda0a64-c4e2-4f86-8d63-e71367b97005', 0, '1407aeee669771a2de12b9f6018c785f2d56b304a7bbd59834b39341949c5bb2', 'cdeb5531642c77bb0ee86e5e14a01f68ce785fdfe142ba1d2c28df27c3331889', 4.814546, 52.345474, 'zorg', 'leefomgeving-openbare-ruimte', 'avond', 1, 'Ratten gezien bij de container.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'd09bf9a0-c24b-4d0b-b03a-03eba88be989', 0, 'afd06a9e6dbb6488282f8b2881cf7da8d64aed76a79c0b7f00f4cac551425887', 'd25331e3cbb9e9589c1ddd2d0bdb17553e03fbd71c832dd960d66762ce71a630', 4.813631, 52.344975, 'zorg', 'leefomgeving-openbare-ruimte', NULL, 1, 'Het ruikt er naar plas.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'ea895fff-6e68-489e-a8b5-441f8f49e2fd', 0, 'a929f55a933d291caf43bf620b3b63c48a95b9030625f80f414898e38323ea86', '95df16643770b99331b38e5e9309daa3416e1d976d75166aef4ee644db8951ac', 4.821741, 52.346475, 'zorg', 'wonen', NULL, 1, 'Vocht en schimmel in de slaapkamer.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'ebf07475-b351-4b5b-b26a-1c05215760b9', 0, '9f1ff115dcd12b309db23e03b9da41ab88973b0e712a0bfb345620a4bc7acc64', '7253796bdbfb195e9c923a580495f1c1d735fb9426e5f8ac887ba5a43e8613b1', 4.817473, 52.34276, 'idee', 'leefomgeving-openbare-ruimte', NULL, 1, 'Een moestuin tussen de flats.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'ff890e58-2c5e-40f8-ae9f-169991a7bc01', 0, '6d0cd3792bcf0da7c887ea291a67ad36575f736f30c7256f72914b4584b18eac', '09c2a45ffd9946c21935f7a978d8caec1a61dd5a7a0c06bbd8430e8be6e58760', 4.815251, 52.346743, 'zorg', 'wonen', 'nacht', 1, 'Je hoort alles door de muur.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('9PTT9C', 'bd12e63b-9c27-47b4-ba3b-ad69a76e06ed', 0, 'd6dd195edb0926a9a8edbc3b35cb73530ad56ffb62e013eddfd493a0287a0915', '6dfe5353da067f57fbb17b81450d9bebbf440bb9b8ed669b681435f9b80f9733', 4.820489, 52.342503, 'idee', 'leefomgeving-openbare-ruimte', NULL, 1, 'Een watertappunt op het plein.', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('9PTT9C', 'c0a3d270-91a4-4784-9d10-1b8d20e0ef57', 0, '426fdfafffae8ed5a8d573b5d0dcff4c0409cf2c1565521f65f89b0b631941f6', '8a784c05d4701f71182c06b35c4a8bd622e1fb7cd63fd30371180550e5ecc7c2', 4.81608, 52.341937, 'zorg', 'veiligheid-criminaliteit', 'avond', 1, 'Bij de halte is het donker als de winkels dicht zijn.', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', '0319230d-5145-4fce-955d-84708e8ee9f6', 0, '557005afc8d9b011f6c38363b4a82931a2aad117fba6c4c23ec4534d1dc0da4c', '22867ff5ecbf33d633286c2d424e73d55ba268c58f943b0f911cc149e7704eaa', 4.817387, 52.346041, 'kracht', 'onderwijs-opvoeding', 'overdag', 1, 'Moeders en vaders passen hier op elkaars kinderen.', NULL, 1, 1, 0, NULL, 0, 0, 'Speeltuin De Lijn', 0),
	('F6GX9Y', '10aa69e9-f5b6-4e80-a031-b6f7eb4532e6', 0, '2032177b546fd790903b699a0d1d2f5accc1c028bc1b826f04d3ec51bcaa2d88', '7cbbe0189985c3a936ac5db0c163144aaffe6227427f242b363d2d4628238e8f', 4.821716, 52.34336, 'gaat-goed', 'onderwijs-opvoeding', 'overdag', 1, 'Mijn dochter gaat hier fluitend heen.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'cddfbb22-f89e-4bf0-a440-51a66b69e0b2', 0, '9f1ff115dcd12b309db23e03b9da41ab88973b0e712a0bfb345620a4bc7acc64', '61b7b5f7999ad9cb8cf9a03c2bd10ed5c9644c6b1f2507617dfeaa65f1a30167', 4.821463, 52.343426, 'idee', 'onderwijs-opvoeding', 'overdag', 1, 'Maak er een schoolstraat van: geen auto’s in de ochtend.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('DJPPD3', '57d18ff1-c4e5-438d-b927-ba0bf2b760c8', 0, '388d152a0b03d04970c3fd40cc2bb357d9a1cd5916577e074a9688157c881081', '8b333c16f5d1b41c4daac58449cbb1c289e38b6f9ed4d037a8210f9f31654b02', 4.820604, 52.345034, 'idee', 'wonen', 'overdag', 1, 'Woorden 3 van DJPPD3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('DJPPD3', 'ef6934bb-3e4b-407c-88da-84b124479cdb', 0, '9d4c994d793603377479956a87497f148ea47347da2de8340d9f11a65c0bcb6f', 'ec1fc5f1c1c9c2678a65a44b824ca1d97db8a1de275034d0b06234cd770530fc', 4.820004, 52.345034, 'zorg', 'wonen', 'overdag', 1, 'Woorden 6 van DJPPD3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('DJPPD3', '66065fbc-169c-41b9-9782-cefeaf61ae65', 0, '45f21a0a43975bd494c80adc3ddc79c96a8d09249cd9ee2f7885c9d5a1b00b2c', 'fc1de690ca697f143fa0bd4e5dee78172f164367f9e94a7d3929d69920b48235', 4.8209040000000005, 52.345034, 'kracht', 'wonen', 'overdag', 1, 'Woorden 9 van DJPPD3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('DJPPD3', 'f7683013-f67d-43ab-925b-197eb4229153', 0, 'f4cd289cbe7206188a705a12d7fbc59b5b11c97d2a53822757a49ee23c68c665', '0c50e79ef172878413ddeaf2ebd47cd30ec51440096997d7fc65c5f73f6f79d2', 4.820304, 52.345034, 'gaat-goed', 'wonen', 'overdag', 1, 'Woorden 12 van DJPPD3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('DJPPD3', 'c8a71b47-b2b6-4d92-80bc-b87138342289', 0, '2bd817f3d23f059124bc2641db9cb5f1ce57ecb434bded5de02c39f09e9f8ca5', '96856dca0c1b9b20a1e9dea2507a208d14944ad4e446fcde1c55a285ec360215', 4.820304, 52.345434, 'kracht', 'samenleven-integratie', 'nacht', 1, 'Woorden 17 van DJPPD3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('DJPPD3', '459c0619-25d6-4f14-9866-16b77030a848', 0, '63dd1b89b3f6ab11bafb4e536c2b6b062a3ca0bb656ca31bdec55d5b1f268046', 'e2a751fab677e3a556931a5e032e708dd27b853da6148803335343fa99250930', 4.819704, 52.345434, 'gaat-goed', 'samenleven-integratie', 'nacht', 1, 'Woorden 20 van DJPPD3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('DJPPD3', 'ed688218-d663-43af-a91a-c2a358983bb9', 0, '45f40ebfa14cb92a14ecc26f8b42238a9dfdfb189e60382a87dbf1ee4101555a', '59bc9d49f053a9ecffb603934e9ec318701c29e72659b493f486e0795b137324', 4.820004, 52.345034, 'kracht', 'wonen', 'overdag', 1, 'Woorden 21 van DJPPD3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('DJPPD3', '926b7f36-e18d-4e5a-8218-f0ab3214e2b6', 0, '9bd0714e6cd03ec67acf29f0aada45f0c21c217f55ecb7b4520b3d7df9e07eb7', 'eb899fe81679eabc695fe43a2045a081659bf521aed7063bd646b7ae762166a0', NULL, NULL, 'idee', 'wonen', 'overdag', 1, 'Woorden 3 van DJPPD3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('Y6YEE3', 'f03db7df-5b6f-4687-9050-28cd8dc1a35b', 0, '7847b813a74086471b0a33b21f19e6362195e42f51eb78cdb2d7ff16f792caff', '8adc29361a36d46fed41140a212db193e40af04f138008052ddc1f76a88a6450', 4.820304, 52.345434, 'zorg', 'samenleven-integratie', 'nacht', 5, 'Woorden 2 van Y6YEE3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('9XFACA', '12c67651-49d7-480b-8e6f-4f154d340185', 0, 'f24db6e1c31bc631b8ba43c32a8011ca84a740f9af25902d44f5b4a27d7cf63c', 'ce56f175b46d78b6aef77e23a2d40405d2a56a16a488442a1a2f52b5db7d804f', 4.820004, 52.345234, 'kracht', 'veiligheid-criminaliteit', 'avond', 1, 'Woorden 1 van 9XFACA', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('DJPPD3', '91812a47-1b61-4345-9efa-d61deff191e3', 0, '7ac14dba36e82d47779ed3ec79d03fff5152a737f53731de447c5a4d3ca63482', 'c266de9dd0a3c9bed9a1979fb743d92d23fca32135b26027a8bb47de4351bbff', 4.819704, 52.345034, 'gaat-goed', 'wonen', 'overdag', 1, 'Woorden 0 van DJPPD3', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('9XFACA', '6a2840fa-54f6-48bf-8bf9-5a16d04c96cb', 0, '9b68b689b85a61dbb440c117627ec0413c0a31edc24b8e45094739ea1d60444a', '72e68f17d705e713dabe0337370f8cdfbd5f55d40752aa74f45cc3cd92ad0534', 4.820604, 52.345034, 'idee', 'wonen', 'overdag', 1, 'Woorden 3 van 9XFACA', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('69WKEQ', '0cb59398-b09c-4125-83b2-5548e54e9938', 0, '9655f3df17371b2575184a15f76ee0d51e19c5080bb9596fb69894476773b6c1', 'fe3ee4f4a38b1d0e2dbe72226decbd9787583d39d023f4902cf9259a9dc9eebd', 4.820004, 52.345234, 'kracht', 'veiligheid-criminaliteit', 'avond', 1, 'Woorden 1 van 69WKEQ', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('9PTT9C', '4f8ce268-d6ae-4029-8f38-063fe729e140', 0, 'b12c2a6dc21344cd2c8da840eacbb9499f51542a8fd6ea99943d9d59171f14a3', 'dba82c23930485672457b122f5cb930829bf4f0db62f65f368c4ab7ced94f04c', NULL, NULL, 'kracht', 'samenleven-integratie', NULL, 1, 'Buren helpen elkaar.', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', '020675c5-f945-48d7-999a-585492bfd29d', 0, '9f1ff115dcd12b309db23e03b9da41ab88973b0e712a0bfb345620a4bc7acc64', '8d55c3e72ab2e7812b8c19f4f3b53203a7bc5bcbd7515211388d14880d7e3c9a', 4.818897, 52.346466, 'gaat-goed', NULL, 'overdag', 1, 'Groen', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', '0e0151c0-fefe-4a8f-bc37-a672ec5d12c5', 0, '5ceb17240e49e29d89e4f46029c98f0418c8a2534b485f9050794941a457620a', 'a104c202989eee9517d335ae3abc8b7aeb3f2991a1d070e276c1d6b349a2f9ab', 4.82625, 52.344658, 'gaat-goed', 'leefomgeving-openbare-ruimte', 'avond', 1, 'Zonsondergang boven het water.', NULL, 1, 1, 0, NULL, 0, 0, NULL, 0),
	('F6GX9Y', 'b9ce070d-ff54-437a-b641-e76e12bed903', 0, '557005afc8d9b011f6c38363b4a82931a2aad117fba6c4c23ec4534d1dc0da4c', '583e9a07bf4d4f5011bdc15556c7c74a8fd74cb898ad2940e2e347edd17d37d6', 4.821445, 52.343371, 'kracht', 'onderwijs-opvoeding', 'overdag', 1, 'Bij het hek van school spreken we elkaar elke ochtend.', NULL, 1, 1, 0, NULL, 0, 0, 'Gymzaal De Spoel', 0),
	('DJPPD3', '3ce5f662-56a4-4ad3-b8e4-0833e2484535', 0, '8966fa3b5113e3bb1665598fc4834e11b33632e63807be2e74f2ac24a3769a8b', '7c64fa0af5b36cf39785a0735ffb48061318c23f0d851757f7e398b590a1906b', 4.820304, 52.345434, 'zorg', 'samenleven-integratie', 'nacht', 1, 'Woorden 2 van DJPPD3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('DJPPD3', '2c52649a-8d92-4e40-beea-65d3b81383a0', 0, '11deb4b0965d69d5a68c26c95ef5ba591a6955fd379d3d646dc514d4075267f7', '2e4e802795aed32f1558a3865283a95f0f975f171618879f35343bc14e342154', 4.819704, 52.345434, 'kracht', 'samenleven-integratie', 'nacht', 1, 'Woorden 5 van DJPPD3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('DJPPD3', '189940a0-a6f1-4f28-8411-affcf2d09d74', 0, 'e3cc96abc847efd2cce4b0852bf100ce33dedd82525e0a005be999b8a244d7e5', 'f64c312eb711f314b9ba170968493eafe5206458107911c3f3b7d260700bbcfd', 4.820604, 52.345434, 'gaat-goed', 'samenleven-integratie', 'nacht', 1, 'Woorden 8 van DJPPD3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('DJPPD3', 'f8a2c5cc-10a6-4095-a19b-394b12754d6c', 0, 'dcbcdbba35eb34539d6143a4bf87e54cccc0221149f139df9f45dd40874e2932', '0988516a1c94d416962586ae127afa98a882f5363dc297ef03779bd4568da86a', 4.820004, 52.345434, 'idee', 'samenleven-integratie', 'nacht', 1, 'Woorden 11 van DJPPD3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('DJPPD3', 'fbbed9b5-e398-412b-85fd-cb8a77219e10', 0, '721bb917da253eab457c999ef60a6f0a36e1f59391f3e560dcd652ffb405f33b', 'b29bf1654cb1745620b79cb746d9392265f36ee2cb606883119edd9974397d4f', 4.8209040000000005, 52.345434, 'zorg', 'samenleven-integratie', 'nacht', 1, 'Woorden 14 van DJPPD3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('DJPPD3', 'bd4c3651-1fcf-4716-893d-0f4b6d8ed287', 0, '735048706510bed176e7288a8d6c9197bd98d5f71a55d3ee662885cc31fb0732', '4c4cd24bdd0872d7788787a0190edf84e113d352c34b0142860f735871ac6d88', 4.819704, 52.345034, 'idee', 'wonen', 'overdag', 1, 'Woorden 15 van DJPPD3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('DJPPD3', '536b47b8-415d-402f-bce6-5474bf3435f3', 0, '3145f49da690721f9e954f6241015cd03d8a3939e1fcde3ae600b9ae52bd5fe4', '880646b35f41f56bcee55b9e647b35c02441e7b77925ed58a57a9e9fe5b03830', 4.820604, 52.345034, 'zorg', 'wonen', 'overdag', 1, 'Woorden 18 van DJPPD3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('DJPPD3', '5e736f14-a052-447d-a034-f23a88c73772', 0, '62df132624b4b1694866baefd0fca9889e583491f1c95af626988eaa6a82c730', '79539d8cdb4e0d0c8b96cc6f44f65b64d6e35c5442bf27a9eb1a9abe98603ac4', 4.8209040000000005, 52.345234, 'idee', 'veiligheid-criminaliteit', 'avond', 1, 'Woorden 19 van DJPPD3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('DJPPD3', 'd4079e96-2750-4f0d-bf57-1977cf3b7d94', 0, '5619957baa96ce60f94a9626ae8ac0bf08256b0e2f13edabaf4eb2f92e9ceabd', '3ae08eb791da3bec5c1caa1c908ac0799d46f47d11e1e3ca56cd7322f8161525', 4.820304, 52.345234, 'zorg', 'veiligheid-criminaliteit', 'avond', 1, 'Woorden 22 van DJPPD3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('DJPPD3', 'ecf441c0-f3f6-40c2-a2a9-7e6d1fdeaf76', 0, 'b2a8915441289b25bf460a21004312f09287e0563cc273eaae451764f8101c79', 'ffbe62a29ef38874faa2a3a5d7730b627a17848001ce6818a27d62a2e86e4855', 4.820604, 52.345434, 'idee', 'samenleven-integratie', 'nacht', 1, 'Woorden 23 van DJPPD3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('Y6YEE3', '04606215-46f6-4b93-9db8-edb852089bc8', 0, '6c4f68819815832d5797c5e1bc3a29057446887ed157d7763b42ed78e8f3c006', '6bd00ceb5f10ce9683b47c971acc8220bcd4e435abd96658aa9eca1a4eac60db', 4.820004, 52.345234, 'kracht', 'veiligheid-criminaliteit', 'avond', 4, 'Woorden 1 van Y6YEE3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('Y6YEE3', '890cdd02-97cb-4656-ab72-c7ba9991f5e6', 0, 'e6bf17757d31e32fe4a4ebd0fd56bb728675b212aca0b6afffbb3acbb50e2670', '371270bf8c61f60414905674bdb522098b9d0db484d03eebee05b3969f3ad1f7', 4.8209040000000005, 52.345234, 'gaat-goed', 'veiligheid-criminaliteit', 'avond', 7, 'Woorden 4 van Y6YEE3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('69WKEQ', 'e721a9d7-24f1-444f-a01b-cd9480b54e7f', 0, '8f3c93dadcc11de05288d5282d7be98c86f841f48cb20e51ae601e2b9402c63a', '', 4.820304, 52.345234, 'kracht', 'wonen', NULL, 1, 'De dijk', NULL, 0, 0, 0, NULL, 0, 0, NULL, 1),
	('69WKEQ', '441bc408-e493-4d7e-8f3f-f4356abcbe91', 0, '03ebf3945fb262c265cbbd775fb3241f89224837e81b1e9b15493acb6f158882', '2545b777214d7e62b1dd955a0be223c9c737e769b538599d056a64d6c8bf353c', 4.820304, 52.345434, 'zorg', 'samenleven-integratie', 'nacht', 1, 'Woorden 2 van 69WKEQ', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('DJPPD3', '01896f06-794e-436b-9ff4-5b17afad3b94', 0, '18197cdb1a5b05bc97e57734f526627cfd7826caa7ca572ae95ccf577ec37468', '5ed5ab3ee6550114b6871aef5c84be463f493b0a881d48307932a879fd46cf01', 4.8209040000000005, 52.345234, 'gaat-goed', 'veiligheid-criminaliteit', 'avond', 1, 'Woorden 4 van DJPPD3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('DJPPD3', '15f92ccf-d2c9-4ad3-a58e-928d18237edc', 0, '8c630e5a544b1f43ca6a075f017dadcb96e39f85b01a1acbede97ab59eed32b0', '7e28914a0bbacc07cbd9d84e2d8cd5b784989fd72de817ccb2d29fd1d93ad379', 4.820304, 52.345234, 'idee', 'veiligheid-criminaliteit', 'avond', 1, 'Woorden 7 van DJPPD3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('DJPPD3', '68c3eaa4-b810-488d-968f-8fb52bafe736', 0, '4c8e4c68dc3e47c44f09c40658b52af36e2769878a32d8486d90c3e943f03000', '0216c4d5fc4e0b1c5920edcd1d15b7db94d8587a2b200d6655724ee4ee83d3a4', 4.819704, 52.345234, 'zorg', 'veiligheid-criminaliteit', 'avond', 1, 'Woorden 10 van DJPPD3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('DJPPD3', '63df3efa-9119-4187-98a7-544aac885a4a', 0, 'b6c2c9d60cbd6eb1940fd342367b4f6d0d33ea4757b551ced8ef7508248e5160', '27d0e349dde61b1112ed519c3f917531e2f69cebc0dcba6b71d231ac58991cf5', 4.820604, 52.345234, 'kracht', 'veiligheid-criminaliteit', 'avond', 1, 'Woorden 13 van DJPPD3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('DJPPD3', 'c852409d-5869-4d6d-a30d-7d968d2ac173', 0, '0ce25ce604ca626a683ac49405bde556e2432b1837fd8e13b1ebbcac619d2031', 'dfd78007ed6d8c636492b3bdf5290849eea1db3b6a28e52bf72a8ec4e8b52672', 4.820004, 52.345234, 'gaat-goed', 'veiligheid-criminaliteit', 'avond', 1, 'Woorden 16 van DJPPD3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('Y6YEE3', '028539c0-fa63-4b0e-864b-50bf15f3eb98', 0, '5f21d81e50fbaa9cb50bbd07ae19b65bbaa88523dccab774d42bc61d6e616413', 'edeb08a6c9b254c48fb1421aa23cd212381e0cd098b500f617fc82437c5d4a73', 4.819704, 52.345034, 'gaat-goed', 'wonen', 'overdag', 3, 'Woorden 0 van Y6YEE3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('Y6YEE3', '44d29ad0-499e-4d0d-9683-f54f84318f22', 0, 'bcbeb02a1b8ee3885fc50e784fc0316ece1b5f3c26652a6383779669776b9829', '26416c2e58fb2747e6a5b1c802324bdd7a94824e70be36ae793aea9a0e027dfc', 4.820604, 52.345034, 'idee', 'wonen', 'overdag', 6, 'Woorden 3 van Y6YEE3', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('9XFACA', '58697222-c80e-4adf-b715-d1314461f3c2', 0, '6925d24fba3e1da8b76cb844300658e1c058e1acaca50dda8cd1bb09c71ab992', '1579231cb3418b631df2afb97ada37beb47e2c586c51e24b933fed59c4d95b45', 4.820304, 52.345434, 'zorg', 'samenleven-integratie', 'nacht', 1, 'Woorden 2 van 9XFACA', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0),
	('69WKEQ', '261365f3-81b7-4490-8803-e911a6f6b61c', 0, 'f4ceadfa6317c9f82fd5407b2b56d9c0f0150e32b7898505e73102309aab6f39', '467d0400df0f23dc64926dd5d9baa6751da72b78b5ba107ff02f302efbe4c9c5', 4.819704, 52.345034, 'gaat-goed', 'wonen', 'overdag', 1, 'Woorden 0 van 69WKEQ', NULL, 0, 0, 0, NULL, 0, 0, NULL, 0);


--
-- Data for Name: plan; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.plan VALUES
	('F6GX9Y', '3e0afd11-94ab-475d-a139-8521fd5d843f', 'Koffiekar op het plein', 'koffiekar', 'bewoners', 0, '', '', NULL, NULL, 90, NULL, '2026-11-29T16:26:14Z'),
	('9PTT9C', '3e0afd11-94ab-475d-a139-8521fd5d843f', 'Bijeenkomst in de Voorbeeldbuurt', 'wijksessie', 'bewoners', 0, '', '', NULL, NULL, 90, NULL, '2026-11-29T16:26:14Z'),
	('DJPPD3', '5df0dc85-8021-44a4-8714-6f56bd61a152', 'Koffie bij de kerk', 'koffiekar', 'bewoners', 0, '', '', NULL, NULL, 90, NULL, '2026-11-29T16:26:15Z'),
	('Y6YEE3', '5df0dc85-8021-44a4-8714-6f56bd61a152', 'Aan tafel', 'wijksessie', 'bewoners', 1, '', '', NULL, NULL, 90, NULL, '2026-11-29T16:26:15Z'),
	('69WKEQ', '5df0dc85-8021-44a4-8714-6f56bd61a152', 'Wandeling', 'fotowandeling', 'bewoners', 0, '', '', NULL, NULL, 90, NULL, '2026-11-29T16:26:15Z'),
	('9XFACA', '5df0dc85-8021-44a4-8714-6f56bd61a152', 'Nog open', 'koffiekar', 'bewoners', 0, '', '', NULL, NULL, 90, NULL, '2026-11-29T16:26:15Z');


--
-- Data for Name: plattegrond; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.plattegrond VALUES
	('a5e8fab8855a6b531f98d8b7', '\x5b3107351a197b9c84009eba02ce49bedccedbe68d6ace8f44081b0700059a774050cb039ecc69ea25a80e5d73a346cf212601fea53bd7fca8684308711cad1a568833c01d568a754d91ad3ddf9cbc22ea2b6edb0dd0dd8e0f8d2bf58ba348963c594eee87d3d9969b67fd2f85d382140597a1b19a45a7ab4fc304c5a46e9918179ae67e3c8b45e4edbe5b0b0683a0c9ff9db677c29c632cd73aa631a8eb97551754cf22f4f587358646cde4a53f618d2191f7101a2bb016895faecfa4f9ae895bca47ef0d51ebee0f78085e66231274463746a3cd6f3468c704f75e75d5c194a10d4318696818ffffd5b24ce51a48eabd2f837b9f0cde2f19cee40a22cb2e791fc40a356a72aae40a25870f397cac63b58c0fa2c6547f926b2c9beb9a3d9cf199561943e6e1860ad35556cae6e47241148a20774215b528c33c30fddddec23cb0fcef57564f01d2e5eaa5de7dbdc43d8f942bd16f820b76f7ccfe8b815e2b5049b385fb6ce1423f0b8d0da079f3e898a559062833f9acd2cc4e183850b0e0f3f6ecc4d47fde7632c1f35f39edebd67bd5638347bb3fa7bed0040724c81d202ba400c8392d96dd008a6c98e0310283f26054bbf21cfeff4bfff5fdb96b15d8c0a1dd8674290709a872d8e1841712c518c4e01cdbeefdf19b9684de37bd4691f06e7003d8565191b669ffea0fdffcfd056507ab8105e6b8c706685db862145b1c0bcf463c6e062b6ee67b6948c83769affcbe9a0afb26366579dbd2974b8d277f27b8b2772cdbd12a8d7fef4f9de2670871c0aaf364fb4b78f3f435bf829e06ffee7ff1a1de679cfee3fa6ad110060296e9879507be8d537fd8278f71bff0d955ed8ece655bd495775a26d8a22d7862df72f3a677f5badc3debf1e4a61962b9a5e2ad77bc8ea423e6b232009c9efd5c960cb5c03ef09d91f532c73fb9ea492c4b4d37bb719292b7a73c816706ae806db7499879152fd36f6df50ea6ce2120398466a059d5897340e60e2577162fca2db1ba3ad5ea4eaa6f5f891c1e58881d9d49e2e90561c65a2aafe71e4187c144eba8542fae75f7f044b46d1292dee215c8b2314ccaf291d2342c9aceb802afa99cb9166c0b06af1c41e2fc5cb07a257aaee357d4ee3566600546daa0c1ae4370df54cffa2dc29f6ff68507055801b9707be377b8b30be1ffeadfcc4d67db889b3cda96e56844db7d4f7bf3d9173c5b6abcc74d3ae8a4f6cfb202dab3b5165ccb0b920b283c65845e81bd26baafe9d00f9749b3562a8bb248e33e1e07b7958dbb65a2a16c9d6970137b97f44c955c07ee018f036c3c37c791b150786f5b62d633a6c0b295391a6a449b97aa6741e5858ae743b260d959099e6df0370a07db1ab3ff3e82be9d5f7d2f91f2d4472dc248b8b6894e0220b3d63da543aa8dd234bd0e90cb1080edd1595e5429ea6994b579acad818a04a51972a85ba84a8922af53453ab35bed2ba69d11ed059c7682ac8276e01bde43903447baf535b3303df171a58ebc40dbb01b0a7dd305164e028cb3613ea04bd6b8d370b382bd749fcd77ff0fae9b55a8d35e2ff4755623a65be85a0b1e56aead118e7ec483de3432229b32228610a8b9ca96e40c2b92bbc7ae426374c3b7928369a11bc6d06ee089ed5cd6de76c12c7d89cc5c08e46d92edbc0d4bfad491cbb4aeed75d59aafbb6a7349acac9cad4fb1fdac1a4f0942669d07f335cd3a536e596f6765ed6c38f410ed94b388415fb18881f8a8ec25926688308ca6dcb134d16fa90bcad1167e679d13db6eb5d84b9d008526918841d3f3ce2f198c476ee3a50f9bee3b585bc17d4ff41df7362055a8314adadb59475b3b4deccf4b0779240aee539518963adb2b4a6b468fb0be9375d83629739f408b3c6bb0bb20671ef2a2adcf91c7b4ec6cc4dc8dde5a3c6d1be1e2dcb1f3e341174f5e184f9fc959cdfe01aed9381bf99e4781424dc11b18729b257703529b6f4f94a87bab12a3a9ec5c9d09231c7bd0f036116bdbb48d3033ef9a92a172e4356ddcf8dca62d0b9f33e34e9d585f037109cf8af5d1a2d30a2cc0c879878182773b012a488948f7620ab32c6910d1a13dcc426bd8a0aed512d3220b4cade6c92ee9fe635fd3a0fee2ba3d1499b4758b68a965d2834f67401e7be52b6477c9356b4b6273b330488f2b3625f1662a4e7eab55321454a59fa5f13065860dbca6e71ec430e8470c2c82c93e306b9b929e72e467da5e061ee66a44dee5083ce22e8651de8219b2c86cdc06d5cb2fa27337d7c9457d2831ee3bb084efdb992e66512d4551c21fe2275457e6c92ae9bcf7f83c176fd7fd9ee3b979767de959abeed7245de0bc0e3c761b998d150cfd5600a33ca0edb25b111a6bfacd53b81d8e9716a4e7efbd4c5a22630b4f9e9a32b1bbe552b2173dea3cd9453de0d8c76c0e2e740fb7d9533d190e89add20c3d714f1264ad996d95be1b99c366bab844ec8a9b1137deccaa41161ace9a5cd405c70df30fde6c0764fd9a219654b2e046dcdb4ef3e868887d35b877a28923ecee7473c47b322f180f264356b40ca78be5d1b96fd09b0c3b0e0ae77b87722dde4af3281675ea4a78772cc4fd776d5ed771b067e7f2db137487203565a77c9b8ae683289ec721c7f30a16856d25fa57bf7ea241bd17b44de71f1a7844476805772266a2da5d543013e7a18f50485dfb05f09bbdde1d3aa462e5a525d2ee8d5ee32a266f8337b573df9e9653209f6e70231c26161a5d7612ee43db9de1bedc5b02702674a92c17122b1e8caeba73d0c13d22f9a7e926b7f92b60128e36a7e7ab9e8f34781ce0c17bb6731ed80df619599a868a556667a51f920c4a0695bb16c8fd283217a63a007bc4043a730ce4adbd1df5d46ecab5dcf61bb8def170586b39225bcf8ca823202618706e7a5e16f50ff1c2980420d9bdf44cdfc2c70cbb27f0dbc1fb66f350d2cc35c25a90c7011ab571ea09aec60fe9c99469703bc07637db098e8c5ba580bc459355aeba9786f9264034b0506b9b2ee6863c0b0a195980197a84b737741060dc07b2cfe8de5f2e48ec9bb09cee40967920e8546f219188018a0cf1f62020ea18edf65d68ce6819e6817aa33c4e24bb3b364f2be72058b5c5937ddf248f6287c396524f5dc174179817bb0313e49844c99d83ca13544e1877273aa1339b1d8ebe4837b6870403f9f896c450246437f676802956715f86bd6337da015ce41cb533ca4db25e3c72a857eac89da4c89ac2b5b599591391ac2e31303213a75b2589581a7f9158727e705674b878f43672e129e098bb979632a839f1da22bb0b85dc06ced485486c6dbae7862e620f3d9537dc71aa1a97d6f4b3ca7b7e445f3f6fbd31f7bd7de69d4f3d6885d978674c781257f5980a40362f8cde8c9e831ab1bbc289078eead645a81c2f3ba2b53b2d78e71e068551155cc63124cf8e4101c489193eb7b989f72c1752ee990655a339f696270840cf3031d1ea532f09cd1d134391fd0ea4954e009d98f75621cc84430b1c73979e827b1e3586bd81457add6721d1b1119c51b370f4dee20ac0468751d27480affb97e41019074a38ab266244dea0ab309b0e13d1abf17d2fbac8ddfe373dec5a6c3d8d8dc8398e9a1526ce7c6db26e47cc1124797623f0dc80f792d66da3706a200504611ea1abed8cccf1661b12b10fe8e794138fafc5e0ca33f8367a3b7ad082aaa103bd00a1148371c60e88ba6557baeab062b0450fc001a7b43cd6f63d80c4bc738c16e8fa58a3f4f49acd6add1a0f751dac763a5acdd20f1782ca13504ee0db1d6a4dbfd5946045f67690789a189b64f2bb1179f45425b8780bcc837b357c5e66a9643319ef79a38ad34770979be553458aec9d9254bcc186d89a1d9e418c8849b66b7d5693ef8d255111dbd777bbdd5f94cbcfeb94238f69c9d421eb1e85c14eb37096d47a514d9a13c9e52eb0b7ad478e61ae79f50fa53a95502ce03643d579e38a927dec358dcca567b878c88eb5e16c0c9471963edeb679aed756447a0a36fb14733e1c17005a3e60e99055f9eee6352c8af8b1af69debb1ff2b679bb9cb7328e436304612dddc5c5f15e236eaa54b3669cbe45778c1b19a481e6500d517bd6bcb2901ff9991667b3c709fb8e6fe404387e0f75cc15573b4480f2006ff6ab9d97a6283a3f0e20cc5ea9f92f54662e7eeee86f6b3cef25c0762c9e77b05ed082c39b0eda445db3b7bee16a87230b37ca9ef0142e8b2652c5bc3c45118c5bd16754630166ec83161e7467a77ab6d83ef378ab5b6b17e16a707018cc76f3dc401ecbf3a5a0e4a9a5af9f9904ad90ff984294edb4506b4be3894e745cc73db5b556ccbbfd78f4a56992190c06f92475630c04395bac2b09c165de7b704fc1c99c3eec6166eba37677713ed4e5a97609ae7a47b769835266154f4186a7492cfab900f8d48bc7d3b76b6a0c10276811b634aef8448f59e1d5b4a91c2d3ba85879abe44b40c2b38b70353978cdd6ede913361db79645b678ef6dd902e6989db2afdaf74e676e080124c189be43d903c6fa693d5f6a8a2bbac1d7ec20850de8d5c979f79ea5b72a98331e8fac8367980d8ee6bddad2b8e213fd8cd228ba53718dc6d44a59f274bd48ee852dc2d3e497ce67aadf58fb86bbb692f904514f53608818e3357c4051c1742e94c6159fe863aab8d38cc5fd89dc9cfd8e32f1ade4a02375c7d858808b2bbc680600b7eab5540f644580a625d0c8b4adb7ab1ba2c354efb4e735afbbf38c31dc1ad1915768827455f7049ed4ccf0f544555f634be88a58749a31de11953ca368dbfc1e600c77017bb7a872d0249f8c889a37969b361e66fbe08907b96374b68eae844797a918f4d4e476bc7722954ec3dc875dc3990b4b70d53bbacd6029e062302d904ffdcea5d83e9eab79d1632a8e7a6546ddb4f96d42afbc682d750533f0e6c2525d91885ea3ae9124f52d360fe560064691c97b899b6cf3ccbe58445fd3dea19f4f966100156da615d03e95ab76c1cfeca5f78a5946e98d0f78d5e6e6eb7951e58fe2bc2b55f2cc7e064919a8834cda8294c70b95f68432bc0e66f1463ae1fd2eb9704eb81580b47146b20a809d562c3da405d9ce17608a756174b88b12fa7c6162db3857c8838fd9dbdb1bb3688bbdecf7564213e2ac1573f9b8149a13ac17ccd6ec9eaea35a51ba51ceabab652ddb105778a3c3d4eb526f9ec6edab77e9f28347606d243adc410ac5547485232053f97468aa40847b5b4783ed1eca78bd8b7b77a986ae98c7e729fc8fbb2ead557ade17800f0d31da64bceadd5d63749f495d8915baca3c6441b110028f95b96574a686ae884797d97a7e0d2be1b465d9715266b6499cf2dea8a7db6a2be9ca3e34bd852d8f2b39e16d8a789ba31aa67b53ba8b57f29ef45ade0649330e7926bd1041ad81d79e51be5e4f0112f21114f83ab6deae6e881eb3901127deabd446c7992adee994a87919c5abab175178b22a5b00084d557ce109dfe7275e857dba57931147d3a7810764dd009c5d82abded1d754ec549975856d65a519ba7003cccd4e2d7dd81a88146f494e1349bd456166684bed8a63f4337552bf029ae5d592bbd00333019e7133ebf494fbb2e60895b1a5f1c4e7a5fb1972041d55d345f6a8195cb672db4ceeecac9da5491d9a856c530abc9014de333055748919563eb4a1aaadb7ab1ba28f51ed080b0c2735dcde3b111cb19b2c06431c446dba2a7305436f5086ea2c96056f54f58cd762c515f3e8308fa2afc3f301e06c371449efa398ec982bb9107ae598e9697a83248a1b740fa6c29e1846a7397329377aac1f94c34e95964f816feee31157b4433e603df48e2d8d2b3ed165d450b153d5ed8c9e84ba5c2d3ca41d082154c4e5f4960ddbdb1541f134bbc9b1c9a07a997b0704d97afb0665749b9a799e3db7ec2a8ea3795de85a33da9db7f291626a0b66efb55853124f5244f3f672f63e22f7ff0209b2f5103be5b6c089f77d27a73cce5213020817d1055109f655fd863b16c179df05e90c23341a6aaa21408a5597f48558a71b005c9e2e3ae44b9b37f26ce5d9310df45d4c937e4160b96f543b6fd9a2be756435eda260c37bcb37d67ce8ac2a8e5a906468338d403089c7ae9a1aa61d4805de74bbc47bc3878eed4121790442207bc1d3238430a34738c8c22a6b123632cb0539825a7c3ae9e63da337c31a3d31379aa39f7502aaac963885816499ee7cf0140ddf635bd3dc4bf4e6f2ad6ca578afa72cd951286815f9a87e3246ab21d3ea1db26ba75bac9679cfbd16ce085e7f6fa8a0317434ce284f157255c77057af3e7656cebb340b1e0134716f196861368fc7dd4ccfe2444bdf4179812b36f76e3e5c8a7aec719d99b0675f28bbe7cad241796a3f22ea6102a4b95d91c3b40cda0b1b99c5bd461ea243aeac4f681136ec8cbe20b7bb328f4e49e7bcb7f2cc14de2046ce2366847dc8183b85c8b7c1ed4ab8f607b874d0fbde7b323ca961b1ec6b6414f0886e0884255f38a7c0ea5883f046aa696ea89c77160d5833b01bc2db7e822196918d6e11c69cd82fb09ded6d42c3bdd9b17eaf70047b70a894f4d6db9b3befcf77e1a549dfb9748e01e8bf5d368af179e273f6a17a773fddeffecfb57d0bf7dafb8ed6a7130062b71d8350ee166da84acfb02f2c183084dba8ddd36e09cee26e9937d0db90cac266a494a6b08f98a50a75c9ddd084c735c4cc4e70509dc18b6db24a04a01a7bb1be84a7c568e95385e1decdfb4bd1e05e09ee7e4ce6ff8da1e09efd86decd7b012e0d9986bede55de539e3102cc8a284bc44af8810c1a1f9b763114effc5f7e1f73edeef31b4bc0e1d8528a7baf0f11e3365a07f3228ac2700a7d6574f524f890a6565053cf518c2e89b7aa9b2fa1a8eec76f73bef13652bda3aed9c259d704e8ca792e5acf1751d4ec2a65abf4d95fcf86f5ec65b2053dbc3cb7788cb6d2a4caf66972369d957d764ff1e64594c5e3f67af7bd702fb87fa18e0afbf8db3f8eb96ebbffcd6fefe8cf9beb3d7427e22d1b137bbc271fcf11360eb82112db889136e9141c8758b6d36eaad2011573b2a270d0d3091fbb7897bb83dcce4256d49eabd97f7611f1cc7cd50fdf835b1e172ca66926767869ed0b1caad8e8ac88a2ba9feaee7fef6c469c2cb44876eb0b9530cc18f348e7e64b2869e47baecfb409ec6adde6b4a316ead9bde6cdce025de32de6378a8edb9b3b5fb12f0282dfea9cf6e222fa17da78d043a199a1d74383444f8a8e8b6327875a1cdd1e8d213d489a4d7aa534b0f474698ae93dd368d323a7e7cebad3319907354143b7245e48d94a5d4ddd4f8d523daa3aaf9ab47a73357eb588f5246b3aeb9dd6c8d6e3ad39ae8daeb75d575e035fab5f8fc0e6c136c3de888d8b3d1c97edbd9e4df6aeecc26cd8ecd939923f3b40d7408b412742d3427b431744cb4467451346bb4657470348ab484749fb49974a434beb4b0f994e9ab69bee9c569e8e9ff6a02ea296a3cea436a66ea7d6a80eaa76abb6ac0d2cba6dbb0909ab39d661d68cb6cff818ddd60ad731d75ed70bafb75e57df08808d822d859d876d8add8c8d8f2d929d94f59ca55ec635c45ff7fff379214e506feb8d27de97f8488ffa88cc9895add4b4975a944631c66d57549b9740c7b8b786ad1e25cafb16d54d13b186e05522e964437174050f8c409d9048484da1ed60215517a5df26db228835d8dada8e134b08abc71bd1410817afb1ef89929543362a188e35eba70c6746317c60f5da9e12732db7a30a7b092f8272334c126604c3fae893bece57a7a295fc14bcffcb74ab8771a2bdc7bb88cdd362bbc4ede9cd96b47a9373ec33c25a356b0dd9618680ad4aaf03b481442a4087ac12ba559bc9a926ac057093432eb99b20cb957a252551a2b6d415b26b7ed4171dd38472c83234f2cabc21743ba20f17c044d61765835b0d778477b263742f6c17b791ef0e0312853d4cd945a2dbd3fa87856df69677be49f1dd6f287376ebf44b11c3a1e7fcba57bb69b0f9d4f8825602a2a26e432022abb0afea450edc2501d59957bb28b6abf2332aaffe10c5159d502fd8801a765bdb9451e438e4457a5e44510856953bdf02e7ecc6c6590cfeaa815ddc83d868b75bd24d6b7fc3fac2551e604cdc73c38b0aea0b59e5cccb5314b395f583bc29ff28800c293744bee726e30b05c0cd7e2af9c2425a3a4717da9d2fa12819abda7fe13e05182e679fd5fa015cb56dfb12d74ea76a7c81a740780ce77a4f9cfda4e4626090ddf5ff91c7bdae655ee5a288aeea7e5bf5bbf3b331bd0f560c3f90376238ad7fafba8f42f12dcefb0b8dcbfa3b17d7eb5e28339fa57dc13a9fee951651c08f73dffceb1f5dd859bdf3509fda821e57c484ce13863de263b1645b7b5e44510c56351fcc0358cf6e3e33cefd9f6b6fe498863da740b781a217c8f3ec94337bfab2105428eef23bbf62e47321f88a2fede33bd711fde33c69a3596a81c17262f360f3a8e68258faadc24d0db9e548c43464368fa7b71372d4deb9ce95e67128ea9c55f143e3d1be93f7b3b27a31a0df001e3aa90240e652335e791ea2be3a3224b13be98e3a48ffad3ae4856f31ba10a636cdd41088e21a5fab0047266743549947a2a8ab4ea9fb7f16dc0072c3db67e6099cf4ce07c13464bc152e45d9602ee84e8f77a249a80da974a8474c76930bd380955912378f4351571ca30d66813e279f4373eebde3b61830ac30736137bf075fe8e98b4851c07defa9b233024eabb2566b3d54549987a2a83d8e31a6f1690addcb44fb2945ed3307bed05df896d938bca929efac37215b091a933ba4137a1aea246935600e9d2f9ec7a26c43748435ad67cfa360f44be56309e4bdf1d5d39c1c738ceda6a65cb9199e2db1fbbd83f6269db576f221e0d2afa94f0b75e6b128ea8e235ce3a10699f18c0c25d957d979413cc75e3bdce677c8eb68784328aa34e35d26c43a08683f828e094ea80562de84ab0d85ab3d02dec73daa7a2492aab576ce5d43df10cf5b78dfef5033e1727d81f7b8d978bad9886ff60c9ef07337037e8b381cc9f8481a317ef38c3232133e0b086ece436ec9db1e39925b1c62cc6901894a5d80dd0dde567e9edde5ee2ced19c9b103aeca8082e66296cc08e3612622d33ca0bd602e0b685a764f74da121b802d9901c79acd12a29d70b9460c3872922dcd64546c06831bd05a6b2e0b59a4ed4d5f167d5a52eea643c4e15ae6806b0db8d43eccc697b66eb4350d574482f8f407259fd9e18b0c79484c76706f2749b2a5d9f549a2623be171fd1fce7b8bf22a24523546f6a81a5dedbc44c96be56bb1872397e16d0e7d5a6f7bd3b3ed80cf42839b05f71661f90c5b911e3be1b3d8e488ad23ee1d49c968adf92ca0504bbc7a35839027cd44789ad5da8e91cd80d7621b9238cc2d02f671a253903de0b3d8e148668ef8f569df8a7db4033e0b586ae22877595b8ef2eab51da59787847ae037f9927c0abd3cada96e1642d239a409913de05a631fcfc8db1eb7ed4824da63e56a2f701e7df6f6a5d1e9695529cc004a740606b26687cf33e2f0cf2d9a4ef676f4ed5646c5edab8ec719f7d8ec80cf3520504e0b6d94b6215399492f44f0bab958f91491ccdb5154c564cb597283e536ee79ae9903be35a258706d5a648c762baf4500571371293613ced08046c56e22770fddf24926d0b189dec498e66c0143cd467aa0cedd5e9b4888396bddb27ca0702e0cf85ac0a2fbeec03ddd6b2154f79261640b6f97dab513bed0808bde4145ec47ef3cff1ab73b93d1b8e39a183be0730d76d87f06f774ec85c4c341de121b1475b4a466cd014fe48bc47bc85d0baf5ee125d5948334e8cd9a75e74276c0e71a70e02a48d04e7ba79564892edbca4d193be10b8d073e78264b471f8cd56d874d80e5a6ebf3ebd881d9019f6b40a278163656dc00b7a9d866ccdbf88637db33b213bed080a2eabdd5997468e5354829f520acf27c40e6827c0a68ea52a273e7f57363df160d5b2011c681b6395bc4f095ffe5ed3f9e6e31779925dc662c86daad43ed0e5f64c4b29610f194f60630427dcc62cebd14d903beca884bb9a1b2ef70af83655f8e9d439ddaad34b4077c95118ff218a2c0561bd6cb9a8370aef6b658d24ef8425f221f18a82bc2e2e8d5d2ed29abfbeae4d803be35e290e06dde36a9374cb704e984012fc48c1df09d0282fad05b0bb4fa60ed9dec16c9cd8684c49391af4524a83c5eb36071fdc59eeb58fb304b7b4760eb01ad398a3c73e1f4b85e98b1e5bcd5dbc8055c06b4e66852bb9bcc25f504e592ddae4905d0439dd04e8e81ff4e4abdc3f052f4e373f32357a5c9b1702f682790f42ba6e5f9559a2c17aed0c5b0bbfb235569723cb890d9d76f0971bfe15f0f48954fa8074f6a3b78bbe8ebc7558ecc6a9e8e430de2af4afc398ca7b3035aa523e0afc0db96cbd9d6f61e9eb8bc1ed02a0d094fc29ebf39b59987f176a9035aa5a3e045b861e062111089271352a8a3e15e38eadc1ebafd9bf83aa0b9fa052efe4eb26f76c3fef58096e958f89b5c2c197bd8d7dd6c7c9d10431d17ee95cd426f50f143ca67d2e47870655fa101b2f3a18849d253fac1d57010daf3f6d7aad2e43870adb64eea69ce2fe75e1dd05cfd002fe23f89f20f983cbe0e68958e847f484e7a07bb4d789c81ea8416ea28b817c8edec8420483e91244bd3e680bbc41de04b2e07c4f6082cab69e618b817d0133e51a4f1754074352bf53f167a9ceeb4704c77f366ebcbfeeffa969cf57672d9ab853b2e8bb5602e6971ccb4add7b75be8b0378d8739d4dd5abee1319f3bf9709fafa3d6d9837b320963763be4daa4f68c7964f61021d343910c811aa933ea49dd225435cd0c07fe507c77b9c0b9cbb25b0736e9903aa0553a025e14ce5077e5e8a388af136aa823e15ee180cbec196c731f56d5aa3473145c61afb87512b0ce7ac05e1dd0cccff022fea2c25f16787c1dd02a1d037f697b5b1b5e846d3ebee5f580d60c0b4fdaae6b93e7bed11f30fe6d7d17f02569cd6bb9baa85de269eea0399bec9bbb73b926d1d5ebb8b66d18dac463c13bdb3f80efe692b4ca67ec83276d442d60d0bcbabc1e109be3c0933649769845b5dd9cf27a409323e0daecdae16d5e2c13a87f1d109b23e1452fc91edf5db65c6c75e30f17499910431d05f7baf468d38c1d7c1cf975426b8e867b6df76ab1c6610eafef3bbc2acd0c03d7e77db2b5de715f10200e0a5c95665ee55a5d266793307563c6be34cd57a499e3c2d538e35dc17767c44715b3754073753c78d1453b365daaf9c3bbf8f3dc31b10e487ac67df0a22d90c56264eee31b5f27b450c7817b5deab34959092367a618b14a3347c0b5edcae2061b0485ca8156696648b82ef768ed6ebb37fd9bf8971772b643cbf412d706bd4df5fbbcd7ad662ce3dedfdc16ce49737534bc68e38bc508d89b88b103ac039a3906ae4d1c0b0cf4ba2ee26371bbbe252dd4b1702ffe5703f8d7f9a9d1fd61cf4a0b755cf85f94c8b20026557e79c7ba133fa10e68ae8e072f42b1cbc560eebabb154a0ceb8414fa8cf7e05e6f455fd89e5a2f4c874eb73797a465fa0dbc65079b285b8dad8e341c18940352a423e049d9e7e1376d143ae24f26a45047c2bd3297e1aabd8443f28924390a2efe9743531642840247559a1ccd1bdb97ba271c54b7203d9e9315f25276489e8e81075d06a7a9db10cb8906f882a8039aab63e1459737b029f9a69b574b0e09afeb8466860bf79a7777b2f2a7ddcdc7995fa5c9ebb856d9282a6c7309aab6ca60bf22457f46bc0757068b0a239c8f5b559a1c07aef40baa197ef771a94a9323e05a59052fb9f8e501aa343912ae15547013c470d39670b74a93a3e0ca79830af90e087c01b9354d952643c335f79aac825ee0d5e5ed8adf92e6ea15ae2dbaac6dd3e52a1962ee25f7839376722cdc2b3b444df4693f9b5f2734392e5ce91cea3dbbefd7c4d701cdd5f1e0da84b5082e9a5d3eecf83a20e919e7c18bcebc3f05d8fb16e55362b61ed02afd069e94132f6defe3301337f7a2bb21cdd310f0964fd35b3ce2e32eaf035aa521e14573ee25da63f6ba3f135f27b4503fb1f88bdebb4811efac21dad261a02b34d1bee8cd489df9eeb2fce3322f4bba36a9ec36affd07efd152c366a75ec97dfdd4e8359524bff017b8e942787de6d3a98bb1ec4d7352de233617749526c7127b79f24fd8f4773cb6c538bc4812ccd21908a0ce6af17e0b7f24fea53b02cee5808fb87dd8b209cd1c8feaf56a4d80168997a163bbfc43ef5029a1cf8847d5ab85279e309a3e68e407744bda6a3984a73ffd960e721260a780f1edf13569cd10d4a257fdd0015e7b0274392750530e68ab21a949fc15ec574b0c1e99d69f0c68959efae74bff0e8ff3c28bde6c4d4d2e01dc403da94e68a18e867ba5b178253c8cc9cab598a9d2cc3170655cbc6e46c29cd2936df6ac4a33c7c2155dbc65b6f838fceb01add271e14997bdb5696fec3e4966d3fb902e493b791d57167d9ef7b4b51c4eb84dbcbdecda26d50929f409f9e07a9f61cf79739c79bb671acf063457c381eb02d9a60380dd707c1dd02a1d012f5a19c56c90039998865127b45047c2bd521b0c0a45216ed45850559a390aaef41943c3f1c71d5f07345747c38bb2738741161f8f7f3da0551a069e949b60b2b97317be53947153063439165eb4dc592cf30ce0168b8d659576f25bb88e18f0d76fc9b77998a3f2ba438bf43b7850a248cccec0dc855e45db34e580a467d48327258f1d04913805e63e9b6bd2421d07ee95c600de94058d697e9d10e508b832ce196be62d7884cae89401d10c092f428ff190a5ba94be6c9ab3226d75145cf5cbf9eb3fc9cfcaf735be252dd4d0f0bf1cf1cec70eb3b9e2231ec5b301cdd52ff022f0bd91b93679d8175569958e852baffbb36cd52ab2a3e5f7e796b450afe55aaf3cdde8ba05d9e088dedc2ecf4a6b8e076f7930d69b399fb767e776d4b724b93ea11fbcf1bf60c8ff925f96bb63794d9aabe3c0ffb2e562dcd1476f0bbbacab40a35b07343304bce88dd77167c898c8fdeb012dd3907025445c05dcae94420ebb0c68958e8217e5c038276767f4f6fc4e31a913dac9d070af79ce8763f33df6deada955696618b8e6d9c9dba11f678df68cb9bbbfc02d69ae8685b74c8b7bca0ed13d1a5f07b44ac7852b3dc0aec2b91456a021d7092dd4f1e05e41f70db83c5ba18b5c19d05c9f310f5eb4021616a0ddcd8daf035a731c7851be0d563c8f46169391539dd0420d01f7dade598d33bfdbfef274ea80e66a4878512eb82cd65c5df6697ed764c7f580b61a0a9e943961df4581a4cb7ab99bee2569958e86b77407bd836ff73bf175420b750cdc6b952c6ea060b736bf4e88cdb170af248aae3bb55f509526c7852b31447b0bd823484af793bb25cdd5eba08dfffdeafcef99e5f16c40727dbe3e3eb7dc9f7ecb3fedf803b73b6d41af510c4b3fe3191313caace66f39ffba9ec9e3962dc0ad5ef2e677bcd7ad781735a48d45ddade53b829774ff578843dbdea8aed968eef55b7ee6657a20327554f33724d8bcac7b5cedb4f0b8125761abd148045fc257776bf98e823f142f39eb673ef3f4713d62eb8476f232d77a6dabb1d61e77b94a7e9dd0421d03f7badcae4d8b5b2bf975426b86857be58d96b9f5d38df0f18baf035a335c78d199bf7fc23270fbdd296737247afa1ddc89bf506ed21a4fa71724793ee33ef8f37506d3a7ab72c7c72fbd0e68ae8e432d7ab5460ce44ebb0cd437aafc3aa13547c0bd32d260a7dd825dae2a4d8e842b630f25ade8ea45194d57a5c951706552380a03ee5cfc4e13ab34391a2efe963a754682d40a2eaa343986e4123512122a029990937788554d33c7c2bd72805e62e0fd4c7e9526c385ebff7d4fd1bc47fdb57002a8d2e4755cab6c18f5716bac86826ed25724e919efc1c57f4a5d7d16f2568f825b2734731cf887e510e030bd7ddcee4fd5559a1c01f74a4d56a5b710b2efb888af039aab21e14abd5dd9de7260946eefcaba242dd350f016bc81b6294091b6ee326e5aa5a3e14527da989d568ea9db02e89401f1e417b8f8a7d017a35b074ec434e58096e957366f969f1cf55fa9c55dc55c22177af0ce890aa78e6afe8ecbcb7b3806cbf6f829737e3b6860da7ce0739dd0421d0fee95afd3df25389821cfaf52f467e47b70e55be33dada0faa04fa6a9d2e43870bdbcdb4fbec9e2dbeac8a2d8ede15969a18e80b79c99b1d48f1d7845f289243912ae1c686ab151a3b9f75790667e828bbf58f0a7fb3b58fbd7035aa5a3e12f589b693bb92f42f95f2fcc7668cd30f02064f30dd3a7fc616789f1c43aa0553a165eb42c7a3c644763dbf33ef08a4bd22a0d17ae719e096d39ce59ee2cb6e580b63a1ea7fb5d34f2b8eedb8a0bfaf245f984c8d40352e573cde3faa41f18e36fa2bed3c7dfef2569ae86032f4a2f3b66d16a65965fef45557eb8e6e905ae765ab2a7433746cbee737a1dd05cbdc8f5453f1884dea11ac0061deb22d1bcc4d5fac2a2c664e2ee1b6c85b64e68a1860633ce77f77940b6eee9db5f3b582c474be430b93aabc51b861940dfcc3e836f2f2ed426c80be07ded18f0fcac8c6ae58efdb9fe71f9e97d3ef58e7f66b83c2d212ebe3f5a6f7fbd1fcf75af96eeb83fae99162ad2b7d030f308ee441f486efbf0fde25dddade57b1dd73e0c87475392d70dc656c2c6f4ea8414fa8c78702fc40826ad0307a99915529526c781ebdc1eaf9962f0d8e8bb046f49743504bce1906872812163d9dab475405b0d09d711af17765ebddff4afd25c0d05177faecc7977c9d45ae6be35d7a4b93a1afe72dd7468946fb8bff3aa5e0e68995ee1eaa4269cf734cfbd4ecbcbeb01ad39169e94c7dd2eb4dc8707ef9d7f1d505dfd165ec4df9cf1d758bcbc1ed02a0d0ffe1671d56d05dcf2e69cc9caeb0e29f219f9e041d0737416cf16f68e97d7092dd471e05e072e879e42b02a8faf039aab21e002e0c8263da39b4563c12dd25647c295236231818c9a8db9dfcb2d69a18e827b8d674dcac922d7d7f6d7ebd35c0d0d2f3abe4bd7bdf87618417aeffb90166a18b8d7f16db701eb3b8363bc9ddbc45969e658b8d0ec59f1ed986a3fcd7be4d7a4551a2e3c897f56829d8b37cbcd1d912b07b44cc72376567489536206f3046cdb01f49401edf45c7a5c5dd456db088639ec9fc4d7092dd46be05efcb367fed531cf67135aa821a840211c1a2afcb0e5b4953c69af277fbccc4ac49dda595f7c4052498cf6513bf556b99439ce0b19a73003576377fbf2230abc67585c71d2c8e08eb477d7a53bdcdabac9021d2fecf5a507348ae702b763ceca4ee74960c57bdb2786910646c63f813aaaf91b06fe305c7beab7ed1db60397afbd1cd0321d0b4fc261c31bcb3f1cfd5fef4d5b0f6895860b4f3af239315e2eebee73791d105d0d0f5ef4997363ad59f89647fa1ccf06243d971fbc883f9ff017031ecf26b450c781bfa4253680f236d1c09bce9db60e68ae8e80179db12c84adaf3a14a3c6a50e686648b862049ef2cd813abcbda5b6226df51257ab556faacd387a157a7be9543da0353bc393f86b33fee68afbd7035aa661e0ef0eb7e42c28d4deeb29af0362a563e145b02e7611fa432f9e4d68a18e0bf782c810d373a08fe75769723cb8c0b7714e9ec019ae2a49cf980717a61b522206325c559a1c072e3c376ed7b1c563a20174559a39827ccbe55dcf71f0306f9c3ede6222c6530e68ab23e149ff3da63ae6c2a0faa0f56ebf9e93668ea2ead5da117bb369f29d1f56793da0c9d1f0a495b18eb4dbd8dd843ddd962f4973350cbcf1af31f967913cbe0e68ae7ee5d2f5ffea2cded31661ab0f7e7cf9d4bb394d8fc74b0b9b5267b578cbe5c7c331abd97a6e81cdc58dde841c8b3c0fd6adbbb57cbfe36f1eaa17dbbf7b8ce271687632fc26d26483e0caace4ffd47dff8afd6341ac5ef55c3b0e3e9edc0fdef46af15a67b578c721e715dbc9b7c65ef3116f077d7ab73a4b537291af489317b8f26927335e77fa1adc71c6d25cdc4b39a0651a129ef4da475f5bf2f1a6d71d5aa4a1e0ca4097004b5b237076e7fbbd212dd3d1f096c10ef3dade2ecb9f4d68a18e817b6588216e3b422acfafd26459260f8a6d0b50b904a0cd7d00bdd534735cb857760623bd3e7099f45ce5367c495aa6e3c1835ab53d7ad90eb31566ee01139401cdf509f7c18b5e9a1e73d476335ab5adadf17465405b1d075ec4df76e3caf0e56971469dd042bdc0f5afff7fc04be18bf7bcd0639ee6f6faa709cdd58b5c5df46a4807a3dbcf8baf135aa897b8da6b32324ac46bd6faf8ef2a4c9a391a2efe71af253d48d8c8a20e68ae8e81bfef44a083dfb558ce6da02fb8754033c7c28b6e948fae91e93936cdfd4eae4973355c78cbb5b14476887b4cefdedab92431d3f1e049cbb5c7ecb2be2356af767fcf3724653edf3d78fb3cf360875b6f3f3ddf9b2baf0734190e3ce93820d6d6ff47eca78ee6702da81362a823e05e2bd57fe03c980c20cbe377865b07345743c2c5bfc24b1ec1591a5f07b44a47c13f496c096424c147f5f28563952847c38b9235ec4dc8f06425bf5fccd4092dd43170afc40609734464ba81500caa343916aedf700f0df3b9e82cf7af07b44aaf858b7f22cebfd0e6fef5801ae9755cfbb97c2e368edbdbe9ab521e49a3bf32a0b8fe19f51ebc688bc64e360408e3b26f6d6a1dd0cc70e04aadfa058a7647f1555aa523e04ac2fddaf98a265c714d9aab23e1ca69706b8c777fa93aa185fa09eef597eeaa3fdc6d45f0cdcb8f4c5cea8416ea65b8d7b57fdf02ff5b0fbe3d7db767259a63feb6927477f0d06ebb9c522167a36eebf052e642f63aabc55bf7df4375f4755771abb381f4a7b6b3ac7b6676bb07abb35abce3925b80a7edd8d687b16a2f47cccbc1f126c5fdca6e2ddff09839985cf433316cbd6eb3b8578c1011de341e6a93da73cde3da1f45003d6b7923ed61a48fd87a40ab741c78d23693e5b009ea0c6bd27db8e7a4551a02deb6b9eb6714c5bb31ca098a997a40333fc2938eb3c9e2ddcacb3dfc96fe7540ab7414bc08d52ce71356de3317cf26b45047c3bd106cb02f553ef93c675bbcabd2cc3170f1d701c8db78870291add26458f85b9170513bcb5d76ee23cc697ad9a1ad8e0b0fcae82ec9eaf581f136fb82de9501d1d5f1e045adec4e6e8d0cd0e332b02ac99e100faeec15dae46560067b5a66ad485b0d072efe9a7ac6632089c7d7092dd40b5cfbb61e10db10183facf37b802a518e847b81db2802075b3cbf4a93a3e082670e48619017ae2a4d8e862b23c1bd34794956f136a6559a1c0317ea3d30638e0e17c5c25ba59963e1caad90db6c0e2d797e9526c785eb7c3dbcb96b2c45e3eb80e8ea7770f1af4bc0f72e37b0d6b9b7d2356995cfc5c7d59fdafc28cd79bc1567d3ce7cd8f59eea80e6ea355c5df49631ccc3b6f4779ed597b9166d1dd0cc0b5c5db424165556b37f26be0e68cd91f0a26c0e5033d2e3b3569dd0421d05f77a4b0582b0f4f1f47a40ab74343c89fff590c68040188051063439e6992413e71e66fa7039dd56f0c282c4d3589abb2eadce4af1e6fcb7a32d41bf91fb2ffd6496b0904d36f55aee61b1fccba8b81a2e20677df945495ebff8397d7d955bafa7a6e06953c236e0563daa951b1eb34697f4fdef0bfa6b1e9f0559c1c51471c19383aeb352fc13eac17f1782e42129ecfeee8f6b1dd02a1d075e94e060c7c9e9a8d8e6ee76f796c45047c0bd309388120fc80dcfaf139a1c0957be113abbccacc14dcc20ab3aa099a1e0450baeb774c65de02d2daf3bb44c3fc3830edd1dbcccd1f4ba43f3740cfc853a37177a33dfcc1fd4ca7817ba3aa1851a16ee05dc25dfce9ce9caaeed0485754033c78517e5bb6cc059827bc15d7ca7bebfb7a4857a1d577bb5578c9424132f20701f376725b567f483b7fa9a90bf7514f2cb8416ea38f077bfe86b70328f8fe355559a1c01f71aeb4c9bcd5cd0e830fc9ab44a47c293feca6d63ef3e257f2e2dd450702ffe9e877f64397297b73d67a5857a99ab7fea6acde22a4fb7df2fbe0e88ae8e8117fdd69e31c175fa76e665ee7a7c495aa661e12d3742d9ec5c261d5cdc5c35add271e145d90afb925151792d97dbcd2d69a18e076ffc0bbf34060bfc4f0925b93e611eb331f376eab339fddfbfbbadd18705d363bbcda3c5a88c6ae586c345de7fb76e53fea582890c54766fc0c1a6673b5c776bf98600dc3b8debc27ecbe585cbb25c0e7cd9f898cbbddc017da8a35ab92159c59f6c0efe2c01eae4a1af1d2e97ada5e225b13aaaf91b0afe30ccf736e776d38d76cffdb8d6039a79996b93de77658092bd6202ea5f073457af7075d1d97638248adbad9be5b6e79634732cdc8b3fedf267cd4c7d13734ba2abe3c29ff9816d7493c76d360673ce529dd0421d0fee15e305e8092e464d16f7f1744b92eb13f6c11bdee89cf2f67a79bd2594e095035aa6ddc093f80b3d7fa5e6e5f58096e905ae7eb7f1ba75da3eebedbc9f62c13bf6417540737524bca885db8e2ca7bb7b135f07c44a2f7175d124545d718a09f01acb3aa1853a1aee95509754e0e1df3faf0e68ae8e8117f1d7cecd44ac6478aff03589958e85bf7d1f7d3dcd92be7bb4d46bfd3a20ba3a2ebc080b1c708e61dfa657f72bdd9276723cb8579e07bde49a63c306eee89d95d49e701fbc1dfdb6d1c9dbbb7fdc7c2e4d7e0317fffa887fc4bce81a7f5bbe25cdd510fca4e9c1c0df8487ad314968435ea97ec81b63805c66c57843d23d39bd61dcab92f00563c5e4b0183bda2a4d967aa56800c05d25c571e5f5c91b6e2db4a9074c5167b57843b3327fcb7950efbe68ec260e616572e8257bc27a8b347fc3c01f8569fa3c7d31fb6eeda3b5eed056c3c283deeb5930e6a83af162ce16bd212dd371e15a8f36b5dfec57caeb80e6ea77f0a2d94f93931efd46d1dd6e68912b92d6e7bac7b5e2af24fcc520dff42ee25b12431d07fe92967c73470f069ebfe8d1ad039a39025e94d80e4f4e58a0bb1b23ff3aa0b93a125e94d020c0fb5bdb2e5f3c9bd0421d05f74a3ca1eff2914884172d47abd2ccd170ad436bcdacbbed453c23b92acdec0257fdb9b9acdc02dd7fccaf135a732cdc2bef6eb9e9b9b98fad3f39a0551a2e3ce9bcf797959dda1fbdb9f4fac3354fc7833b9dee8bad787e49a584d71d4ae49fd0ef51835eadbd8d9917ef224f3cbd1ed0320d079e94995ea63c4d0f337cdc77e7a4c91070d58fc6c2fbe8d4f5febc5e9316ea48f8670198e475fd06491f977f3da0551a0aae788a718e84c7a3e598448c3434ef3cf6e5d9deb9b3357c879b36e0a847b76519102b0d032fe29ffaa0a78fdbbf0e88ae8e857ff1943550f2ffd8b69f52b1092dd471e15eb93212e5d528c0f3ab34391e5c7962b8b35e72ce8a8b625a07247bae795c5dd4d8556b398bc5381df5bab7e15bd242bd866bdbdbbbde7909cd7e31be0e88ae8680eb30e068e3545ded9929455aa523e1e27fbd2ae9025a1e5f27b4504331fbb079ef3ee7c95b1d8db2d9afdf399ef7d9bb6bf154776bf98ee6c5bd39dd393909db4db9d8e54644a7e9296a2b6bf5a8566e186675f8c5afc22dc01d07b4b98dbb0bfa26385820ae65542b372c5ffcf596b6fbd934ef9804bd5b9125d69d37094795a352b8e1c21f8273de08f3f67d698db788a4bdf9ca8416ea7870afbce598dd05550f26e75b7f45929e100f2ef808d4d9e5c350f2ab44390e5cb9b7a0919582202292e408b872b590f61cfd72cd546972245cd9c56aaec1eedfc4d701ad190a5e949d4166d33db8bbc4fdbb774e5aa4a3e1415be453bf6b23c4c7cbeb8416ea18b8177fc3b649dd3a88e7d7092dd4b0f0378ec038b4c9e1258bf80ef1d7a35aa5e3c28b30e33826c091b93314759dd0421d0feeb5bce941e7ccc1018faf0392ebf3f1c175d40d6327dfccf0e8fc14d922add270e0fa67b4df40bfa1411e3cccedb7d7a49d1c012faaefbbf88733eecf0e68955ee4fa0f983fa84371bcc317af95f7fdea8416ea28b8f23c39bed96f1720fbe50cabd2cccb5cadd6c9d7cc9e438c8e7ec5025995665ee16afdb83efaae41e68b3f196ff92d69ae7e8517d54f32944f3c4e4abaed5e9256e9b81c84e56d419725b3c03ba7da6f127cfada01c91c0f9e14edb62b4391dd47ff3a20b93ea31ebc0887ddffeeeb6394f3fdbd264d86c34fb34fb36e779e7db33d7b0b0da387587db50a1353ea6e2ddf10cc0fbb01bd3ff40e8cb9f1710962c87bd849005b66c57843328f9598f97de26dd3a06f3ae7046b77c771d02655a2390afe5b73d372ab1f968eed3ffe3aae139a79996bbd5ef876f1dc7bc1e5e8f786fbd7035aa55fe0cae161de5e066b1f3dff7a408b342c3c697b97539b7c7aa74e6a83a3ee5c073457c385176dad2c203458e1f8d0b6691dd02a1d8fff9e181d55cf0bb94745b818b375487b44833a21853ea31fdc2b492e764f9d60e58eeee2eb80e66a3870257143b95643c1aaf59f5a0e68998e802725df0dc66f0781e6f0609a3aa1851a12ee55df3409efae56357e521dd05c1d057f879879c488c3c78f4375420b7534dc2b5b2c6365835f0e5d1dd05c0d032f8a1b8c8d1bedb654a5551a16ae6ddedaa4e3bcf324ee5f074457c38517257839cc1878228daf122b1d0faee41e06859e3e04b10929f419f3e05efce3297f8fc9f3eb84166a38f0f7c9a8d2b76dfb309fe3eb8056e9087811da892233135c223221853a12ee95dd42414603752258b956a599a3e0ca7d1c369b08476bf0fda6568972345c6f8bdea34c89a819ef7d87b7a4b91a06de7227a3b89643111a5f07b44ac7c2953b183bdb62ec98ab4e68a18e0bf7ca7d1df7b641b8e73bc1e65769723cb8fabebe7bb6fae69fcb10697ac23ebec5ff3ed40f3c22c27ade6a2c3a04cfdd6811d22db39abfe19093c9f55d86d7fa3a8a537baad9aab3ee8d5519d5ca1dc17bb90b246457e0de65094d93378686585d74eb6e2ddf8b5cfb6b3331f7457f9fad3dde97dfc075403b190a5e94cffbb37d7bd4c3e5f8d7035aa6a1e1499fe75e4f0dbacceeb25be75f07b4e615ae2ddaeab11050744f1acf26b450bfc2bdea339ff038c9e3eb80e6eab8a4a591dcdba0c17b4bb5857032d5b9bd0e68ae8e072fcab4f070ebee56d7351081cb8416fa8cfbe05efc2590bf82f1fc3aa1851a0efcb9f88879991678ba585277d82bbbeaea05ae2d028ac5b0c4736672074f0fac035a3324bc88bfcb063be796c730ded5035aa5a198f5b0416dc2145d84d98a97df6433efe6a2ae85db9eeaac186f6866fa311dcd046fc928016ebe5a67c280b2ede62bd2cc32b40c2064662eb3b7d57d1397ea8fd7675bee8cb58e6afe8e85ffc67c5b69f8f9c6bbdfd687c4b01ed02a0d179eb4256b0722d41f32fe936f722e496b8e072fe28fd65471d15d7c70bfdb6bd25c9ff11efc4923850e2e1bf5b830cf2e75420b751cb8d7a25b639299760636035b0734b304b5e8eac7d3e6004d7a7d93be242dd390f0c774ec7adadce1a3149ef8eb0e2dd24ef020fea686bf2be1e57540ac74342fad3e7b426dc7d9ea9e707aaebd0502742f7875b796ef18ded48e4e53c3a5e9c9000d1347144d5691d4516d352c1724ffc6f81fbc62ed02ee56234074c9f6e095035aa6e3c293f2cc0eacd7d3fe897f9dd0420d0fee35f31d0f9839ef80c376398bc72ac5fe5c798f6b05c0e7678066cf4e3e9bd09ae3c0bd9236e6027676775425ca1170a5b69835fc3885ab4a9423e15a438b0af19cd4bb5f1875403347c18bf80b3e7fc9ce98f7a1bb252dd4d1f0771db9f1a0dc94c709e4d7094d8e817be56287260d0b6ecf8d0fb80e68ae96851735dda2eb4b60900639ddee5e93e6eab8f0d6bc709376610e22dfd435add2ebb8befdb088910a90471e5f27a4d0279c07f7e21f0d92eb2df5922a9177754073751cf807943e39c53a140f6035e52bd2cc10f0223ced6b7ac33e6c61a93bb4483bc283066e82cc371c8a1651c1290724190a9ef4095d9fb485cdc423ee2eaa3aa1853a1aeed573019d6b6086e7d709ad3906ee85bcc46e26fbcf90aba9698b441996d99692ea6cdb7f80b7e22624143a6c260b9a75b7966fb8cc193135b864ae05ba00bdfb96198b23deee69ad8e6afe964733d64e5f184dc53bbd6d6cf6dd8e761a6ecb5565546a96f8979f34efd17d4edd5d72d88aa2c771132364109cba5bcb771cf8a3106b06845ef71f1eb275420b7504dc6bb9eb11e7d1fbc5f83a20bada112efef4c41f63b87f3da0657a896b9f2173762e793a4ddee3f367039aaba3e1453986f238c9fdeb80e66a18f813fdec75b3bad9bbfb48ea7c36a1853a16eeb5756881a0d21e239f4d68cd71e15efc15903f8ff1fc3aa1853a1efc85f8e40ed35b705b07a56f115c1d905c9f900f5e942620cd258e0e6dd2c1555aa5e3c095962692371d349e4d68a186e0fd65f4ebbdf96918bce313d0bae365d764ab1d5242392ab91b926de4e58d5cc6842bb075f0493d5d1cb4287d79b1b2570b7714c9e7b58e4ca8b173c637bcaeef336d6b7b47dc2d83a5eed5d2bdccb5bf26b785d47d8dee12720abb4e68a18e817bc55dd233e6bd4063b98a56a59963e1da26b090c674ae8faf039aabd7726dd1caa76093a35fac619526bf838b3fbbf2a7485e5e0f4895cfa8077f927fcb094e92eea326967a40cb741c7852b24036ef08f5cba3ab135aa823e05efce52f31b3756a89e66eccb312430d097f151e6f3a25dfedc3f1bd60d701add250f0a2e33b684d4ff172783cbe4e68a186867b1ddfce9e47ffeede2fb1c97668998681075d3a293a67abddded76d39d9a145fa95bf75647f9b67c7eef9f26eb7228cc74ec66b19d02a0d175eb4eddad6bd3beabfbc9697b3035aa5e1c193d640af7d0babbd9b56774891cfe8c706eb4f35d2054dc2623671b6ceece7571e6d1dd05c1d075e947cecc9642447fdeb01add210f0a420e061681ff69cea802647c28b92c4a0b76df633aad25c1d055792ed98e98001553da0553a9a1793475e27f7657bc396cd5de6696917bcb04e68a186817be15ee379bea762149e5fa5c9ab5cab4dcf16379dfdd0e6b309ad392edc0b391f90498029579526c7e36dd18177b9da3b7a8cffc59aa90352e533e6c18bce2b849b457f79e83aa1853a0edc2b97194bb615768ee7576972042fc91cf9e897ec1e39b7efa6b7065edb5b3ca936ad3912ee951d0c6a9a0ff4f0fc2a4d8e822bcb0e6dda123a72556972345c5963846ab7fba3f83aa0b93a86f40a5b256dacf64ca1f69ad98a9d3aa1853a16ae65b206dce7f693f175406b7e0b2f3aeec9d31df716bbdfa84aabf43aae552f169fb2be5f922c9b90429fb10feeb5fa5920dddc4fe7d709ad390ec90d02a5c0a1d9d64058de6ad39a23e05e292f0066660092ab4a932379097dc4c9db865b07b6ed910f87c807d6a63543c1bd3edf4cac41e366a6e1f975426c5ee65aafcd90edf1bc16e6f96c42935ff81fe024b5f65f1236ec7b27f498ddee8dbdde2b3bb44cc7c283dedb33ecdbadccb29b2daf039aabe3c28b32bb58dc16d90ee6f175420b753cb857e60d560b67f757f955929e711f5ca93bac0feaac81c217669526c7812bf5b26c3bb88a53aa7bbfab5bd25c1d016fd32cbb3d71887ddcbf1ed0321d09578c4f6798e3ee71793da03547c193da5bdcc3fab64fced9deedf19c347999abb540a73eb33c2cc1e4db60d13aa19d0cc33cbb936bcdb399dc67cced23dde6b3a635c7c2bdb0bcd563a7f43d443c1bd09ae3c28bb69db5d77b6ff532d2c4f9807a4033bf8327a1b7dd68730879b82d0b2b52229ff11e5c6837dec41ebce4fe75420b751cb8176aafaa45b31f975f27b4e608b817caf6877681d6971b6862952647c285e2c2936b5e24e98b3e5d1dd05c1d052f7a2bfae0ddb2b3f5f33d9dbaa60e48666878d1b9bd6b1a0d52b9d26dde2569998681b7ec9b81c5395bbd987a971c69958e8517f55c0797b1faf880a8ea8416eab8e48618e9eda431511cf6d3f1754073f53bb836bc5963810bf79afef58094f9e7eb7bf0a423de797a038f3fbfd36a6a1dd02a1d075e84091be68879e97bab7a9a5427b49323e05e8027cc9805e7787e952647c295e402eb44b59f8eaf039aaba3e045103d010c772ffdeb01add2d0f024f86d78538fab6849cd5dbdb924cd1c032f0a2f7885bafb8bf83aa1853a16ee85c88183a3bebb3c58d8559a392e5ce8db08325818c3f3ab34391e5cd916bacd5c1eb7a32a49cf380f2eac195c34381c579526c781eb74f7a2ce963dcc3277f3724d62a51fe06d39f718613d3dd31eee05b821cdd3923fc1fc804f98cd32b315d7dc1550a09773ac0c68ae8682171df15ecee33fb5f3619b385569f2335c33e6f50248adf8f74dd4035aa663e049397717306ac5e0cc69edf6ed2569ae8e057c0e4fe745d8d9e02ee802c2754233c7857ba5ce40d395fd9efc2a4d8e0757f8165c87c3d8be297d077b4d52e533e291b9e9dc4c72916669ca22d8e68e455c0734731c7811a2594f1698dd657c1dd09a23e0459959584eddee334426b45047c2bde0e37a67c146910ae0d92acd1c05573a37e2691e0481caa567559a391aae343dfad0e69092e75769b20c5ce7b34392320a83eb88ab34732c5ca9cc1f776c4a5fb51e4a1589e6b870a5206c36516339e060a9ad4834c7832bb9c581092e76c3f3ab243d231f5c49ddb89d855437a288739526c7e16536ff0c1fde31ee30767fdb541c514c3447c0bd96373d7af90aec96c7d701cdd58f707d9ea36cf298dbd8fb6bcf5b24ad5ee25a6d6beb678cc7ddd9f83a21863a1aee95adfa0d16b35b9b5f25ca31702197b843bdfd75a12dd02acd1c4b06335633bdd1dd8643eb5169da6a9a392edc0bbee9e434fb8bf83aa0b93a1ebc285d6f692d73fb70a2f83a20b527d463e6a86fdc3e13bce4ed4c3ca63a1b67ee08b31cd0321d079ed48975746af5f0dbe5b0c4a14c882747c0bd52ef165160e6438867035a3324bc2875855448b75ba32aadd251702d5e8b0016835e95cecf493343c383329d557b47a31eb7995e0f48998e616bb4c435d7be78bc15b3b18ba2a75a1dd04e8e85179d4f41e60d9117ee5f073457bf8517cd7a28acbedd6977d0eb0e2dd2f0e041a9993f38e92d18f19ebbdc16ce49727d423f78d132a7de5dccb57b5a7937cc25699986036f89023e0150df5d84d3f72bcd1cc13bbd4b4f93ca5a5a03d139808eb40c88cd90f022903aaf62660af7af07b44c43c19382c03239572ccc5507a44a47c38bc0b771c8596177787c9dd0421d03f74a5cc6898dc1e130daa56b559a3996c472dced8fba4f7cca426df5c95b60b8b64a33c7857b01937e5eded88792cf26b4667970af56f5713e5f0c8888143d631e5c390c30130f9805579526c7812be7f10de9336f773fe85f0f68958e205f0a0e5ffbca58eece8558ffc32cd5520734574332f33c17bdf36a1184c422691e79e333bfb34e68a18e822bbb59a48e723f5eff7a40ab34343c69c9dd5f3a962176eb95d71d9a0c030f4ad7f0bbf4ebc3925507b44ac7c28bd2139885a6ab6f2b3681d4092dd472e15e4d863ba0bcff985fa5c9f100c000623ab48a870316ba47a60e48f68c7df0220c2e741b50fbe69da6de177b4b5aa8e3c0db78cdd49cf34aadcde9dc2acd1c012fc21bad1d3be0eaf2ba43cb34243ce888d3aea4260e747f6db72737a49d0c054f3a626fd63bff7619804ee91fc82569ae8e86172dcbfee5cf6ac3c51cf1270392ab61e045d914d06c2b5adf39bcefce2569998e85276d7d3af5413c04199bbb135e9318eab8702f448e158ae9e069d7f0d401cd1c8fcccb78e789e3795eefd8dff3af92f494fb08ba7b228cb7ebce56c8e82a76eb8416ea3870af97dc1e71ceb6aaf61ff3eb8416ea08b8174afde1d1a60bceb403b7559a3912ae6c7659f7bc59ec2e76f97d5d9356e92872df60dfbc2dfba55e6b32bacd9bc6b21ed0ccd0f0246ca60f5aeff1b2fe75409263e045b19bf1cc7cef76a5f16c420b352cdc6bc64d57df1aec87269e0d68cd6fe1451b4ef70ffa2d3d1c9e5e7fb8e6697770a7bfe152bb68b12cdb65e7637add21793ee13d78d086bbd344f2779192707640ab341c66ed38fbfa2f290e1d3ab9c7656b69d1ab039aab23e045dfdc12729cb0531a5f07345743c28b66bf6e36feecc7d8813cbe4e68a15ee25aaf6d523b2c069eccf3eb84d81c0df7028c7802deed6e5425ca3124492c00bd0b5ed2c271125ddcb89a668e857b85dfb2e950d0392db97d734d5aa5e1c293d237d85e37d74293ee9e79499a1c0fde323dec2dc29c6ac3da69ea8072fa33ee7b70a1be6562e8f4e31b5f07b4e638e46a70a797a58f7cea966aabf3ceeb3fa54a9323e045cbb2c7cddaf7c075bd1533a1a9039aab21e145b92046cc04181ac92d4b2bd25647c1859df69be660563cbe4e68a18e867be5ce0c286db342eac729754073b50cede9c47b6fbd3e9899d2e9dfb60387f2fda544c3c26bb275174e735af59616826ad9a19d0c171e84667abb3c9c7687e57540ab743c7851561d661ad40d847b3bb92529f419e7c1bd50a2dfb677f096e7d7094d8e436684426909e59cad4b9cadc385ae4a9323e00a05e50d71cfb0980daa4a3347c295dc41553013c5416b62559a390aaee4036a03c77092f6edf89634574bc38bceb31e1893433bee76ef9a341906ae1c78a93586f361f9d7035aa661e149f978a8763cf9c3a33aa0551a2ebc68d671b3f251277d28f16c420b353cba167d975d20e6b2ab0f3db101c9f519f1e03ab74fc8eec13a5a5e7768997e030f42a0b0964250173bf92e6f488b74043c296c188d0892b97f9dd0421d09f78276e27a76df3f8aaf039aaba3e05af4d495d4e597725525cad1244f83502381045ef4a7456c11d4092dd43170af54161867a680c9f3ab343916aef43b8c958130cbee5d64abd2cc71e14a2b7877990b8689789b835569e678702dde35b45916afe6f175406a4fc8072f7af1f988db5b3bea6fe24de48ab44ac781abe57dc2314b56ddd3ad4975420b7504dc2b038e6d1765abef364e3f556972245c087b467faddccff1af07b466287ec262675df51915b7fa4e20f1923bc0ded5092dd4d1702fc45ef714bcfdc3fc3aa1853a06ee05b7715e9d5588af035a732cbce8f527cad9efe102e53be3e96caffb7bbd252dd471e16de3d94ed3c1ee81a9a21fea80668e072f5a5fd7536dc1d96ec1bf1e90329f518f6fde9f6aa837de3ef301c2f9552e9042570f68cd70e049f99663e5f575ebd0f68c7b53063439025e946f3d7a5edfe9e38daf135aa823e15e78db2eb51954a1f955a21c0557bebd91ed6fee4bae03dadbea3569958e86b7eddd5867d6c9d601318abd3aa1853a06ee95af37bc6e8f70cdf3ab3439162ebc38a07556fffe87559a1c17ae7c9eaee4d490c955a5c9f1e0c2e3f6d7168017ae2a49cfe807171edcd5b6eae4656e35b14a93e5d0861df7eb3784661b68ab73828d4dd92166ba011e34cf6dc72c7e9bbe779a5e7fb896e848dedfaec6bb9c4ef9564760f4e1f47a40ab74143c69e3a34501c2bbb5fe7540737534bc2879831742c3fddcf83aa1855a06eed5b67846f7842e35777b724b9aab63e145e90d9e0679fb85d2efee0f2a2dd471e12db3c0e3fc954299d1fde19d95d61c0fdeb2cdf9ad5862f7437c1dd0da33e6c18b7eac8fbcddbc299e0f3bb7eea848aa741cb85ece075e8e7ce343d6a3f14bd2cc0b5c9db44876768fed8ad98a87efeb9c3419129ef432d8c123a6b3fbd1bf0e68721440b3044b238f7a00f010f532b2185769cdd1bc1073d4701307cc26a75e270f8cc718d4a635c7c08bde90be816739ef80e76564b78d4bd22a0d0b6f00a7efbd2e409823dec5509a2c17deda1d286c4fbbd5dfb61e60970931d4f1e05e7dd2cf8bc77aae2dc04995644fd947d30c69ceb3f5c3fd53385f770f3bbdaf34ad590e87395cbced565e069ec39d222a269a21e05e473eefcfaeb1fbbdf955a21c49d5ab4d443cb93b23e8e14553a599a3a87ab5697a5fdfece9e6b309ad391aee95771db597469d8d4b5b5589f20ad72aaf5e777ab31eef21be0e68ae8685eb70d8287bc56ab0b3e7b5226d755cb8f2c8cb4d15cd872e9e4d68a186c7917b69b747eea03d1ed9bb861eb9cb067ccd147bca7d70af36b3dc74e4763f155f073457c781ab4d7013e4e1e3f2af07a44c47c093c2b31da8d4190bc3b7b767af490b7524dc2b34dfdc1a0f614177a1d601cd1cc519bf0041271f2fed5983d02b8daf035aa5a3e14520da679b1665b8ea8416ea18b857d2e871aa442a9e5fa5c9b170259be14b3b23b35c559a2c17aef3b390d320dca1f975426c8e07f74ab1d021bd7731a2ee9dae4ad233de832b955da5ded650025bb7e76e4973351c78fbf55ee766a6d08096d71d5aa41fe04a73402ab304b38871821549ab23e14a4703bdb673e1f35668af3827cdd551f0a2c5b706957dbb1f29af07b4e668b23ccc665b758947eceb7ab7b43b60512734730c792638c8cb0ec64d06bbe7fde3055c073457c7c28bf21643a3131688837df781bd252dd471e10d77edc95259ef4d86d03aa199e1c105bd1986db0dcce5f9558afe84f71eb31e76b89e308269e1c8a425e99daf98668603f7daf4d0cfedd365d29597fefd9e93166907b813f4e652c0da0d3acbd2eb01ad19129e74d41bf4e2ecca9e36bb77ea8416ea2926f4a2bd1d8b34058ba1f9b589cdd0cc4692875d8d6f39e03cfe938ec6aa195f39a055fa059e749e35c67db897575e77689e868507c553bf87d7596714624ccb805669b8f0a25997c4bd4db7b6ffd1bf0e68ae5ec7b545db964bbb3b6abb57c5b301c9f519e7c18bd073dc6ebdb315888f36c03aa1853a0edc0b7d8d4b76307a7dfd962bae49ab74043c29338b3d2d816167b7cee8fbe89aab23e14530360e30b17f125f27b45047c1bd206edc7469ff28bf4a93a3e99c984902a3baa6a2066fb569cd3170af2046b6933f947836a0b93a165ed4c915b07076c3f175406b8e0b2f0a72386c99c7ed559dd0421d0feed589feb649a123f9448a9e110f2ef0f59cde12485ab5fed3d4035aa5e1c093809bfef883f773cbabb44c47c0b5a159429bbc03e9d4e836ef92345747c25b22d3718b7047efadb4ff347540737514bc6883625d589e97dd487c1dd0e46892234c26791dc38411cf17e6da7475420bb50cdcabed62dea5bd98db8bb236b94a33c7c2954ef0364bbceeefc4d701ad392ebca8057801720a10e1ac868a34391e5c6ddd1fb35ebc13559554f9947c709d64f17659f7d859ba3d067587d61c071ef45fcdd8e079bdb7c4bb75b1155119d09a23385f52237ff77bd1cf7c1adb3df0af035aa517b9b6e8320fa7c3f6eb4714cf26b45047c1bd36cc5a6806061f6f7e9dd09aa3e15e17626cd242f61057cc1dfc92b44cc7c0836e697ebbbe8839eacd80d80f405aa863e15e9ba77640370f8fe7d709ad392e2ff11cf5aa97089f34dc368b216034b2d534733cb857867abd972a3187d0de1e5e9294f97c7af0a00c0cc4e1b7c16767f75ba72bd256c7810765663be72277eb302d02dc3aa1855a82f616dc90af6a86d5337f7f5ab0577768e6477850bafc839f85b973595e77689e8e8207a53dc346e33c6c8eea8418ea68b8571a1e79db9ee12dcfafd2e418b8d26f904c70f747f1754073752cbc28d5fd43c7c2fbf18baf035a735c7851ca40d30d57754d00b12e1362a8e3c1bd52d8be48be3deffd89a85a0f48f6847e64decd9ec9bfa4f66ebc9b58c403260a6c9dd0420d07ee75f4916baa1f777fd7ddd91a6b629dd0cc0b5cab6d55eb9a78dc53e6b309ad3912eeb535b2982c8bbe5f8daf035a73142fb9fba4434ff0ea5b6cb73f2ef6e9e03aa199a3e1ca4a63b1e76c755d08712d12e518b8b209ba83c3c4dbd3ddbb6d5f9356e958785b7a6b479b829abcbc0e68ae860b2fca1d8e741b89dce16616d58ab4d5f1e0eacb4e9eadfd667c9d90429f310fee95eb1dee45f77aff7a40abb41c5a17a6f29e52dd390fbde8a62d77dfefe03aa1851a02ee75f4cdac8805bd9fccaf135a3324dc6bf6cd0ed64d082e11912443c175f4217df6d7fe08a17836a0b93a9aaa576bc48a5a731f40e3cf0e68957e81276d3ef53e39676b37505e0f689996a5a97df2662f635e5b6fccb01598b40c6866b8f0a2d917e0d939e0fa72c24c625c27b493e551bd5e6dba9fbfe9f68cf2d984d49eb00feef593aff9c4d3fec8fec473898834190e7fcb3baa6f6332b6596b3b607db335b94e68cd1170af84d5b740b05f9b5fa5c9917025116c0e64d6ac228a4e952647c1153c6cdaf55651418552a5c9d1bc7870d41b6ebadd5a539d69dd584c8b6b9dd0421d03f74aed7c111ff498d95e4dae039aab61e14550da57ed1593bd10d0a422add271e17a930d5013370087fbd701cdd5f0e045296af0f93cd68f1300ba485a9f721f0b46e1a65ea0d186e5567fd36e41b94c88a18e03f7020f3d3e53ddd314f0b64a9323e04aee0ccf9da1fdaff975420b7524dc0bccf55e7b07275c559a1c0557d28be0726e23c35525cad170816a5f3508a912f4cde0964457c7c08b926c2f13c31d453c97166a591a3c7a6863ac9863633939f1d2b53aa0b93a2ebc087ceab74d7a7c37f175420b753cb857e0c6697fabfa719dedd3d60352e533de83277d8bbfe1e3e093bd7017e65f074457bf61edfebf439291b79bbd233c1bc64bafdb3b54379e765219d5ca1dc17f3fdde5d30deeadd0c04c9007fefa0d015cde74c7a47a542b3724e9bc65dbd3dadfb79dad70bbd40e481651e35466357f4bd1820d97257305e6b202f09c9b7420771604ea6eede465aefd31ccb91b9b5b275b074d40c53aa1853a06eef5327b9fee3d341477cdc7dd36b622d11c0b177f8ce28f333cbf4e68a16e0b7f9a9cb764e279dbbaef7c4daf3f5c4b343cb8d3797bdb9bd7e003efe0ce762899cf38ef5f8fca9336a45b3d9c0e2f61fef58098e938f0a27c09468377f72af04d9875400c3504dceb7357b23639763b0bba8c779c502744f322d746214f6df7a786bdec75ab6d8ff79eab44390aae8d4b8ba86bd6b43ec8b8a9136273343cea84fb41034c68a15134f580687681177dce55166ff046f10cf08257a4651a16ae636ab614e9f6edf2e6747b744d62a8e3c2bd36c7165ce47915f2fbe18ab312531d0f1e95dc2c374a71c6be394d0f5c3da0b93ee13c7811f0108b77a8869634be0e88cd71e05ef966b0c6f26ce104846eaac49321e0faec7d672b66ab691f2d9c5f07547911ee45bf44e15f83f0783620863a0afe79cec1b0927d7cdc657d9d10531d0d8fcabc8546d968bf945f07c450c7c0bdf8275db94f2bd14efea305b71e105d0d0bffbc6dcebb4974e63cf171c65fcbd50931d56bb936aae3967796901fd1533d9b109be3c1a3d218d04c7521de02af87ab039a3d231edc2b0b81872d8dad9bfc2843ad1362aae3c0a370daa0726f616149157775400c3504dc6b2ee854bb756e4997c8bdfbc69d9598ea45ae6d50771d6d4d421e4ef8c322ae07445747c18b32314c6ee1d9ca890f3966ea8498ea6878546e0bdb582bc42d1a0ba04a34c3c0b5eddb756adfd7d3be3eb80e886658b8d7825be3f286f4ec6bdf97d9941dea6ab8f0a477435a024b3fa1b31b228b5339209ae1c18bb25b84c8367f2ce2a7c4bb32a0b93e211fdc8bff7d19dbd3b5dd747c1d50430d879faef076902edebde38c25cc2fecb7f46d18db8a5168ca51b1dc11dcf1cddff5f2eeab902e4287352abef6c95b75367ca3e6fb91bfc0312f1cfe055f66c559cef3e0bba0da76c635d0bbba5bac371420bab44a3e60b9818e4da71c76e6cc650f75565cbdcc958fc4746ebc69e33cfc80876d1d10cd3170af37ef8add66c3b1c71b467c1d10430d0bf7e2cf50d91ad5b1fc3aa0bada2dfc89f277eff18e839af070b94fa9f580b81a1ebce8f51b0e5c264e7bb0e9e4876b914fa7070f4a9d91213cbb73a6bcee103d1d079e9485e163568bdc50ff3aa1a63a021eb51e2d6a5c2636a8279e8a5433245cf38c13f63cd3eb719e77477a5162f312d7b6a4b4586b671af638d37e4067259aa1e15e69129e9cdd0349d637e34b12331d034f7aafa24567d9eee6ada5e3fb195e92186a58b857de18cac50976d1fa66f7964457c385b71903a5c42326f32df3a7465226d454afe3daa885500c92e96af4486e1bb7a4b93ea11fbc28cd6c6c2ddc8bcaf8c8dc7cbd26b1390edc2b6b8142f60c71797e9d10531d018fca63c021aefc227e9ac0d503a2ab21e15f79cc9c5efaedaf917f30d3c3be3df81445ac74143ce91da821ecf6725bddd730b7cd4b12431d0df74a341fea17393c9e0d88a186817f2235e3843c74c65e1f5fa2be4e88a95ee5daa8ad588bb8a7cd5db03d77ae0ea8e6b870af1753a7fb86b39270cf99e507f69cc44cbb830735cef11e2fd038a61677f670415ae133e6c1dbf6ce5b3dfb9639f5eb869e855826d454c381472d73f7db699bed1deb8b7f44dfdf4b1233fd000f9a92037d9e30d6d0e36c7aeb7a45e26a4878d226ed56371b841721bc60ca80e8ea28b85782c0e480e1a906016157892747c3757e8a15de9bdd9bf87a406c7e8117ad6fed846fc92e1f9e87f2ba43ccf42b3c29f39218cdcfdb98a1fef58028c78517a59e005ce77d9caa0362a8e3c1bdb6712cc8319e0f2bbf0e68edf9fae05eff637738fba65b67d9c737bf4e88a95e038fa27f7f09ff8bcf3c9f0d88a18ef86896f42515904c541b993b42ddd42e810d0f08d55931df9164dfa07be9ce6587ada1e86dd7c5246321a7ba5bac7714fc67ec75c51cb20ad04b0fc1711d10430d0df78a3d4cb81e2dbc4bbd7e7faf49ac340cbccd1af232c8d6d4c701c4d70931d5ab5c1b9514f21d8fe2697d531fdd467f45a21c17aed563e10da78f838bd9ad12cdf1e0caf4f040948e97cd3e0bb14ab367dc07d7cbee1c7b619e07cfd8aab1185789663870fde47737776f374f1fb87f9b5f07c4502f70add746c45ee353cfbfe026ec80e86a487851fa15f59eb385355393db876b12e5285e34c40e5eb0735c08efe36d7d2eb1c66bca80d81c0df7cad1243bb3ee0eb8c3604f6b45eac93070cd7e9c8b189b068cf34deef3f5acc49357b93a6a812cee7281c705d4d709b1792dd746658fb0951d3caeacaa44391e5ce95744f326759841dfdc76cf4a0b7dc67bf0b611b4a83734cb692da585b5754034c7817be5505bdf59beedfe4c7e1d109b21e05e336f36ab9bb99dc763a94e88a9868447f12f51f8d720bcbe4ea8a98e827f9e93d2c1dbcccbe38e5525cad1f0a8d41394a45548b9f8a0a955a21c0317ff12937f1299cedc97745162aa61f9a9d5ce54fc2fa95560163b0eab5ffa5e7b8576ea6eb1de70c1ead2a36d7d7704b3655687a4ef7ab04816af75548c773c5e303a1ae83b1e043ef5c901786c9f341398d6dd52fd9f70de63abda7fdbfe5eaa273a73f92ea1a2c43ad9eadad82947b574c3813f148f3be419ca97a6c9b97bb743f7f01653bdc0b5511b271605102d8ee26d0cca801aea48b8177f8adaa4b4fdb7f975424c7514fca9f2dd8ea1be60513635873c5589e66878547a0edb9cb862bdc9dbdbd52d89ab63e045ef5ad9b8f509cbfe4b7c1d109b63e15e2fd21df5ce1b6eb6f637f975424c755c78546a70c1d09af9f09ceaeb84da1c0f1e95ac07b113c1990bb29a5ca5e919e7c1956416b9e734109398dce7bbb312430d07de92533897d38133393777c5de92e8ea08784bdc8e1c1b8b2c73dcdb4e13431d096f81f645cc3cbea3fc3a21a63a0a1e15703fe7bb3c7c727d952a47c3f5027af8ddcb3386df5e5ea54955a21c03177f3fcb3f8cc6ebfdb7b92831d5b0f09fa8e72e37f93877ddcbdc587380a73a219ad7726d5426de703064f591cd670362a8dfc1bdf8a70d9bf6d6dd59ffba43ab7c463cf8571e49a3bfac9eadfdf5e7237542fb3d4bc0a35eb83ceab0abb5b55fa8af1362aa23e051a999b1ef7eecfcffd702aa12e548b84242ba1120a78b8f9a5425ca5170a53ab02733e9cec55b4d5325cad170850ed2641cc8be84a3c955a21c03571a1c445a0ee45e226852912ac7c295b697b99e1d77bcccf236754ba2abe1c28bc28b97c94a0fbf36be0e88723cb8d74bd04fbcb74bb1d5c133e327d7012df419f9e05e995cafb7c56e452ebbc14175424c751c7854f4ad9975cae341f2eb80d81c41038ef67983b2d5c1d83d3ce8e534b67085bcabb362be23c16d9a7adc1935e7b823ffb61a3b08ef7ab150aa443314fc172b7d86c1747309f5331bdb00ca80b83a1aee95bd85697427a8746f47705662aa57e051fcb731ffb5c8ebd984986a58f8a369de79337a3ae18ef3f645fda385540f88ae964b7b839ef2d5eba1bf4dec724f4bd3a03b754034bf837bfdb44f73cc43b65d6eed7ecdaf039aeb13eac1bd967d36060ceb4317cf06c450c3817bbd1d3be0c9f61ec624be1e102b0d01576edce9b7c21ee6c0bf1e109b17b9bae8b42788dd622ebb7bf175406c8e827ba56fe0ee59df094f3231b8aa1362aaa3e15149151d05847043bded392b31d43170af65768d5dbce27009cefda0b724cab170353556c805adc73b7d374d74355c3ea7503b04fbbaaaa7f0b59d395bc4bd3aa19e1c0f1e951b65d8b96f765752cfa4e909fde09a73e0c5186bedc3f6d4d709b5190e3c6ace1dc1758efa88466212e508b8f219402ef1ee119cc424ca8b5cabd78e7112544ce7cef93e0e6725861a0ade72603c6df2052f5dd1f869cb01b1d2d1f0a297318f3edcc6c1568817ace227d70931d531f0a89c168b79210b2f493d9126c7c295785c3bbd858f17caaf0362a8ddc2c53f73e65f19f3fc3aa0ba1a1e3f11d01d0cfe5ff2f609f3f6edb885d7c38c62041441d6dd5afd53e6f1e3f2383a37ce369adee8e3f0bc69ef81135242f7d45131de709833db3cefe7f071ab2f7e448f7833c05e2c31741875b758ef08da9b193e6ebeb6916c7062817dd7ed16ae8e55896648f88f63708eb3cc4a6f8577c57dbf60ea8498ea2878540246aa8dcbad7efab563ed3a20863a1aeec59fa5f8530dcfaf1362aa61e0cf96d90914467ab14ea1c44b19105d1d0bf7c259f11637b3ffa43a21a61a2e3cea28bc6df6597ffe6b1cdf5e91877a4074f53aae2d5a95657dda8ae9eddb787640737dc63e78119209a9651e2fd7bf0e88a18e03f7da56b5586c3d2f7b9bfc3aa0ca1070afa31f1873cb75d9b593cf26c45443321b8fa8d3f5daf5683ad3fec1b3159adac4e6287814021c948e70da95523c568972345cb933d81dd417f5e68e0553259a61e03ae63d05e6e58cffff78a3fa2a515e85ebda0f7dcb28f4a0f5bcc64b19509be3c27ff24ccc01c39797ecc37c48651362aae3c1a372744919be7b98e3fa2a514fb80fae39afb7aa16f7befcedd92a70a60e88a18603f7e25f37f04f0c661f7257d259a9a95ee0da2f3dd277997747c7da3da9af13aa1c098f5a783dc29401b999cc7d3f9e95186a2878cb59764f8285a0947453bd26b1d2d1f022bc97e8e67356de09206e13b724fe9e61e051b3769462666d0e14f365ee737d5162332b57b625d3dbcdac6413ab59dbde266f4974355c78516a0eb437051639c4f9febb26d11c0fee959801c709ef0598fc9ef25bd2429ff11e5cfd4d74f3652e7354b7a62b136aaae340a316ae123c703d468e245675400c3504dc6b0b6af1b4a4bdcd1eb95633eb01717524bc6813b144faa6b5fe7a4915cf2f4974751454fc2f27f3bf1acce3eb80186a68e66c375bce59e5b299ad788a1a4942ca6250a3ee16eb1dc32039cd1b2054c9b9a2d3048da81b7715dd3a2be63b96f40083341bcf3e184f931de2859904e35613cd71c1a55ffe5d97bfda3ab46d1eb6c297af4d205b0e3d9ecba8e8ef78f04762fa01fb1676f78f1fb67542b23f23de8347f11f65febb91d7d70931d571e04f29c107bf4b058f9ba72a518e80472573e0290d3e2e5855a22c09558adb91f03d8e8baa44390aaef0c4604eb6980c32e4b724ba9a19faf4feefb61a942c8f59b96bcfa7f6f0950931d531f0a8bcded0b5612e6aac25a0a74a34af72adf24804f3fa40e4219786ba75400c755cb8177f379eb94375517fc46725a6fa1dc7807df1dd5f02d94b80ad781b5ac00ca84e68ed19e7917e4638702e44d88a72d1f5c8d401d11c07548967ec63206873f0da51107542344790182d8d122d5a2402ec43cc2dbd5e0e88ab23f9f7704680e986af53bbb96cdb7f688ea3183b39dd82cdc511cb8d39741de73a219e1c4d6207f71a240e4e4e7066c2c551d544730ce9146b4706bbd3bdf19ca697dd5e0744732c87e21ede161d872cbd1e46965d0f560f88e6b8bc203cf2cd6d84b73a196f0f0194d0d50931d5f1805fe30d9cc62c2c870aad4fec7540b367c403fb2e78d84e98583396e8cd92539d10cd7178c308e3242a4c92c8602e3957cca60c88ab23b818d7a685f7a24e6781a7e1b753eb84787224a8122bec20b67d5fcc650560524d344791e88093240b824180562204d56aa2399a3404e4d2357082a5984b1d805335d11c03ba17a758f32d1019dd9b5c9bd81c4b805d4abe81dcc0766d0284aa62aa392e70f1da116ed99a10f570729828d4d5f1c8f25e3bf63106e86e08287c6247795a7f463e1287cdda9694e03239806f6f200fac0362a8e300874122d370e0dd75b11554f8ea8498ea8d3792dd5d37ea97490884eec6db2a519ed4afcbe84c4b47c9df64a3beb644b975400cb5947eab7a2ec3418799c1a8d03c511489eb53d2b4d3c84ef38edc346514332d3a534f9a3d254393c78a6d66ac32bdb16d13b07535cd9e92659ab168eb8d25a662c3f45bacaf9a664fc9e5d73ef6a55963c74d182bb72e962903dafa943c9a3b2edbc6fdf605379ff4c61371977ad2ec29f568e437b7a4b7b834ed8e3bb6c7f56a65400c751cc68ea6e9db30b1c16147ef4eb3d409d11cc182fcaa8beb3ba1ad31efe2ed81801c6819105d1dc9ea78c5130204045fc3b358164495787214a3c444f41453b40ef55667a913a2399a8409c8c9b90e25a7402fe101da6aa2398693ef850167220b6be2ba687bec941dda7dc7b275d5421acb4c37f679d29d9adf5927c454c72511836e1200bb81839e135c70554d34c703e64607be3d2cdcc6343d7dbd570f68f68c7ea07ba17d7cedadd78eeeddead9ff446da8e5fcfa6cbda1dd26765d92338c6b293c5727347b4a83361a7e6ee53078b2c203dd045907447324a3f284d1bbc9779a5bd071a07542b4332353a9eaa7a5a02082e96caa24c309291ea2ee4c6c43d53dd7bdefec53332d5478f7b411e15d1af278564d8fd1a66523cf80ae379cceb2ba504c3f21ec0d207a639cab08bdf2de84b60e37aada1a3b96f782acaf16f0246dc67e7bbebd3639c61877505c3b5983c624a51ae0c6f6aa69a045b1be6ea5d74459f066c686ea186b5ab6eb54913516924780e19db4444d72022a15a7a65e77103187f74494cf8cd3b787ec84f418d77cf124292ec7235db20a9099c171fa542f90b1e0141776e47568d94dd21f6f18a7dbbbb3b44574287505dd997ad536eece744af4746e7a0dc605e596aee5b5d16a9b91ddba69cde1ded6f958596a0fa70c8eed6886a795a577c6ec88e8aa41917a073fdba25a7551864977343b58e6215a6bc453e4e2fbb01c0c07a3bc9d08bd7444af70400021085ee9740c2ee8204b9f8a89abcb709495e555af5a6047d691c4d8b7ed3dced4573ef265c609bfb928cf0fbbc8c08f2e16694fc39bedbb0dd863e4adaa9b55f26cca347a40dac6731e2d91cd3e6e7c3c530edec7acffcd3ad0bb0193ab279dadb6815587520356eea8332dabb9ad4d887ee66a387bf7ddf553af60655d78d4632e1d9f2d94d541c835fb105e5b8f6c76170897a73d49be93fbe2e9a4b081d86aa5f42ed6e6b19b0202ef771e5d170ccfdd413e8552cf9aa32a7569592966661354cdcf070b86d1225ee6b27a55103bb6ad75fa6878635736248f1ae6b25d3b3615632a1953765b354f768796581e83c5eda02bdff764cbd117394dbdae9b0bf5f869749f1b937bfb56d644e8316ce460e6692f9cc44274de0b6d07aa8450b84fe1c08de651cb5c7603603badca2b3bfc31ddb3e823e6925e3420490769a8158c8f73e376fc36878fa4fc1e0b77f30da4b366bc25611dd9e80b4adc4cdb441c7fcce13eefab5eae6d7119441bef118ac3cc041fe1289b2855cc751aa3773571f6e385c93dfe9af65cb515b2e501cb4f7b998d28ca1ab2827d70a7a6b3e3f8787a9ba725a3bd2fe7d348774227a5aaf56810ae0aeef29006f5526fa623ea8ce362e3793920ccf199805ed71574893d3ee64d6f3bfe33ed4e02f6a6564dc473b9e6348aad136e641520faa227e4d56457309b9d355cfa23216265bdc13e5989ae686e3c11ec43bc3708b0eea9408aba8460de03fd2660bba299bfcc2df053e708a76c17f0deef33ed122556fd3d6dc9c52deff96ea8a7fa1cff184f76909db19244b4336f7659634e8179f685f8bfb0c56a35bc0517b52de1f8b2ef25be66566f6fe78ea367f7dcc2645b6677c01dc3028ef4dc659e3c3897f61cf0cc8520cee39d4271fc322d9774cdccc17a03f4cd3ca8cdf17bcfefbd5b05dbe9c541ba456f46a00a469f0fbca9c4a8da605cd013edcbd227deb8d03ca42dd447dedc176df1df5ef44ca63b69ceeb78a40d4e6384c4bc8978b65a509718863de93add539ecbcff072f41b8bdc7ca8b17062e1c7f466d9f4acff143112068ce46ce22e76f34846c3932eace5ecb24fb005c567dd0a9b9b73d7cc938fdd4ddb7c0f58eedbecd87654dea50b7128ea05d9e0a88819e9b6b118f1b4b80233722603d02e1f218c7b9e9339d450930342a39f9f47b7d75f12dfac77a653a907f1a045f7f0562d0e3e1fce5ab91b228b799c668b7459aa01b0240ad1da350b63297a84c7139bb99dacd5cd35017d1df9022437385a07e3668422b4e69a4df6e2be0c746490869ec2238ba3df1ec03507d2e9ae0c225f18989056340835c2a61ae3b0f2cfc2a9f1b19221d8c18575e56920575f3ab98ed8c1d5da8eabb39ad5d2b6d2d0e831df7b788a9ba52b8dd7f7c286c527a76f63b419ce4e960f810b74eb8b0c21d07fe02c3735e0511face38d79ad680fce865371e2d3e9e1343945cf7c629939a75cd63db11fa6d329f409789c8ed9c39cee1e635f1684383b6029cf8017e543ae4ff3c3ca6e4fd925f6ed50a908d659d9b1dcc89ca592684a16796729a460968767a829b48b4a6ecceed68a6cdbc890f78809edb40b6cdcb7c244366a3536bbdb28c101bac4fad0743fc5dd3711b2c20335d51945a98c1a618c447599b30ec57c0aeafa83b3b9958d0d4672764657c7d50113eb8d0457add236956e10d4fda0ec42304b7a08b29407b6481db24b34dc81dea66d0175abc3abef651ee1099c1dd512c6ce8e6c3f76a7de2af890df01c6a34bf6aa1a9e2b68ec5324881d6fe23ae2a05152493b3003f5b2bac251a53fb69dbb19fbea77ad531f29b86fb379cd4d2d433ffc57e98db6176ff3268e853d37f3c40fdce1fbb67e0ab20e033e8118b8df2d7ddd53a9bd1b4a64ee33cfecd3b7b34ed4611b3c466dd3b4ebda78d28b4f7389546db377d11b9c829b4663fd917d4fadfb156d79ecfcdf2e33ba420d4033dd93a88fce9da4e3d956cf1f9d853a09f7ad68f350aac0ee16c4eced81d24a403ef0ddb10f2af332c2891aaea2e69d6a79ca569831e273cba7ef102e07cdfb4a55cf608915b0251132ab1aca5193c149123b1969b9384ac70b1eafb31caf90d9c9a6808982293ca2602d3e7cb675ab5be81c3cf9e43a6e86d9b8ff43d7bcd682e10615a35a34c25845197195e6c14fe0c9caf5427770de906697cbbcae0c88539fa825e89fe08e1b3f3c54549a842098eba31bd37b007ad3d05a1e476bb9599c41771abdc231e2bb2154a19be67845ef95d6a725cf90dbd138a5a5714910d23b6fd316f8793c1eed3e8eed1ba2a945c91a7353d98b37d8ab1f3b3797e1645ff466575d4627503b235b6fe9a3701d6fc56d2854a183d74d5d0f186c885a1f7b9d063927405fb033a48fa76c07f76b331c809934073cbdd91bae02abf133a030c3f8e350595ff9fdb0a7a43eec2e5deb19aa9837c69c5c889706c0d2bb23bb574ff7888de528f59ad2994d0e6b5e1ddae76d1ec791b82d748eb78beafdfaa6efaa94b5f1bb9440042f84d70cb7579fc05d1e06257063e7ad781890cb139125af6d1eb4df87f12128e69de54977703b60ec8540bda5df88e4fb46f403cd551dafb97abd4d9b56c77a1d08ec3e6458589030a4724cae634edebdf9b29cf8b1b6b8046f278a6f156ac2c69e832db02737726caa3a66c9280aa0bbb48b03a0dd98a7ea1813922c90107647e5a44982af6a0c2f73addc862d726501dd5033382e607adfbbab3f1e80b7a54579da2a97f56c1b1fdf325d9f88b73d8dc3aff7f6894288cd5c6e387b1bafd5f40f9abb7f27a0377d1f8998954fd98a1dbe85b3631406b88096534db770977c88744dc5810c6174e0f8fe92afd044b9531e44025e3a7ffefb0631092cd2331fa5b65cb6a7ec3515d8deca2eefdaaccffbceaee725b9b303e3b2fe73aa9d4de528cf2b056c2a9fe3a4f0f08dbc36313e052a20bd295a272bab29b5adfbf282c637a2730a393c927a36dbc5ec4ee4919800bbc68e9c1eed3b1f54d65a2bba6f4e87be3c8bfd3e503d7ce7b45d4e27787c4a3c22ab79451a5c8c3398abf92489f522965dba5097a2248cf9455eaf2f74b1ada86d7e62ee7d7930b2240af33113974fcadeea2044f5f1de55eb7e2bf0c60d077a701bf3a4225692b6583bb37bb813f30df413affb93ab2b6e87e74b601b025c1f5cf6121362f2f5d24d0159ee0781eb4aea698f63049f44de92d17402bb18f70627959bb59bd4d5e039633ce81b5b70d9ad82ac1d3bc83728a0af993df7e8b90b846561580dff01ea7d5cecfc9d6a3f19bb3d7ca5dfc3d92757f8d60ea036ac1a51fb4cd60713665236cc1d627393a69ad80761799c14675ecf997360652db31a759341771f7070f860cec51ee6ce150900462d14e0ccd29197b234a41cf47a3d665bb52c82abf173f630fa343ed7decb360d5ea0e34bbc2d51934cee3b6d7a8915342eec337384b4908ae81e7a78e29eae58b8b93b6472f29477ce36187fbcb76fb09a94a63d8ff2b63a7c6de4fce9c9575d4ab46ebe77c8d547d79b9d2701abe957d5b3d21087a3ea25c7d0812238cb61a0958f1e9e4234ac66bfa406ccbc5576a8c29b8bf0273a27473e59d353648ec1a0c6931e7474d2ce6ef762061c30982aec140d5b71fdbede2c2e6b83d5dc07b178a47496f70c24f28e57e11d1de0e4617c64ab6b1824c43e51f2397797aee0a25105e4db57ddee8120f95ef18ee5ddcd0ae9d78727aade432f6e300ac83867c721c0f54b24bf2c01ab99bbd9b9ecfe36fb60cb6cdaeb049fb2f075555d8a60c74b2bea6dec313d30d3e0d5932efb2e615ede1c3ae56504c87a46e746bcc27743de282f68f5b5096fc963f4761d68396d8c5a8110d97ad561ed90e808061844695a47241d84b3dc58799774d8e36cd6769ea8cf797579451957f7a05d4b2200fb4c969f0371ddb21afc46bb2fd84cbfec3d44cdf8a28a8ec05a3a07b2d7b358b9cac2b01a3e678906dd48dc65273e0db3f6647e65cdc235f247d31a5d38b71a3da75070855e7a780ddf7b509feac84167a556896183f6f679373c7a71fbb92851abf1f31a09d8e5d1dde12d0bc8d359973878602b2dae801d695a9680d5e4f9db2483cc600f0e4f6e759ff7aa9c2e6fdddd73e1e41383caf4a95e9b728c6059a856d3df11b7be8ef20046c01e9ec8e9031547b778c37d48faa07370f5064d415fe89b8fc5294bd26af64b0ea298c7528747cdddf23433854bf35e63de6e1e8eef91e3786f0025ae05d5af7a31c7433f417ccfee00e3615cf43e1c2f7f4bb3433cd736d733c25b369acb7da7c824cf093403c48e7977bd06e3c88a92fa1333efd9648f99d04bdf971e3f27ea0dfc90840563d93bbc06a30da96bf4b4f7eef8502305daaf359b653c524c3ae980b7ae87238ef3fd97b2f65acdfc0dc8525277dc830d0e4f5887b0e0d5d1318c711cf4c481daa095386f1ecd8c252c4bd68af03bf67a06ac0611ff59f47a364a3f311f761623d7eecdb34a78d63ee485d8e0ba786ceb77883e13e07261706065b7558618f5c8ab6ef800e027667896490b9fc2d075ceea50330fdf7f5956fdd5e85d2fc0ae5fb7d3e5b8910207df681f620175b225a7296f214797a62cca75ae9ebbfa9f0b222db2f27b192f7d18caf7798809b5d40c6f72f5f33df6b2db7111d1d364beb13809c8c551aa10ee1da688a056df62930bab7e23adefbd6b05c0b64d764edf76cdc54d9cd7967a7017d8710f26e96c00d3149020190825b4f0846335d9b19e71e72b98a31ecb56c4d5f8375daed86b50bbd4e8d3c3addad2e5db3b280d5b4dee4cf3860fdc1d7e8962bb16f61ad1a7b229b31d0dd91d771157079f57a573c3d19ee43c8f75027234fa6a90e41514632fab37d805d54537b48dd40c0e36bb0614666331e470afc743daa780372bc16afa0187ca09f211e6a4c25e28c087ed790bbebde74dc356b3ff0f842b6c9ebeeee7ca2d96f6aef9d0fc295d5de961cc56b3aff511fa2da196c05e33b89b5b377a7b5aa1f4a499bef22bebf2541b6df673920fb9bb99d586ad66beec0a8591c20654f7d91a79de7088bb4fd9076f5b6de833e4c165cd1b3b1fece3bddd8ec69d243df0b30862d36a0eae18b7cc1be579b0a46f27cb8c34c2f9300f3bc4e1eada9e3c2e64a127971f60dafd4ed7c71a50875fba54c66ab09eb57b1ed01b45b4635c1cac9a6c304b9ff2aefaf446503e0bc3439fcd60d17676ed1cf9dedc83cf0cc93357d3ec2d051c7ee3009d750bf788e939c4179a4c86c03ea4d14f051be9abbdf3804d3c3d7e962b4edb8b9852f3c4acf3837f5d23664f9813d932280d922667f7437901409a2264caeb509a22f4f43a7be28d9e2710aad3064d79d94bbc7a73479e343a27780e40caec1163f6511bbca2de5d59e71d98368bce9457bc3ccdeb697d68b707ef96172ebccc2b9691a7c61b50efeb12fb3072ceaa4e4333d246a158ffe7bf85ec0acdd975a3002bcd8031e5a52d9996f80a35dbe3e5ee7e960338e594102375bc6296f92196db0ab3dec9c57ee639fa543963b2faf6eb81e18d40a685c66e00fbea172c3e1f68b9fb3aefacce71648e9a3792498be8ab54267de7c943729dd074f5b289220b77feb58cfc0e88f7480a1c394826252a9fa186b49636eb1e6390498028b2e70dadd4b41538a9cbe0b7200d7ab486b3cb9f66bb453a1743c801ac624c89a947f29db87da1710538f52b628d963cbb0ce27d8e76056f6ad1feff03b4a427f8f536932d36f4de1bad8bfe51ae605a0e1c4d62d6156b44244fad997fa4e40c9101a04c6f3646e792f058b21326fd9097a77f40b197c2fecac763e7a84958c43cde2fd9c4e75c628aaf0a2b4465efed28f798bbcd81f897947058e2202dedd8ee9da30092a1506a5135faa8281c80b4b6b308fca3221383316b9f19e003d9cb058d65a52c86e7a8ea406eec64e4a438937f5aaf94f7d937aef009b3d97ca2eeee76b309d60efb343c7b71ce15cee7d3e5562b6b6d7a31f8c920186375ccc4d8c94966ba3b094947b6a901', '\x1bd2b805dc18ea3d0e80d0353e8a7ac969998ea27cb12280aa97e40eb1d803dca3086488aaec4663ac4619151812129295f225b568d72c675a8d132e496734f697abbf5073e5ae278b7dd838b96f5c413dae413ac24e5a0acae428e3084d4e91ae73ab998de2c1e9762de20886626751a7d7db76801ee005fcfc6aa4da8a050e2058b64a48d7aefe86f1a351b458fb57d9fc02df749365f9d0b5c601ba3246ba295b618ec0b23da0d6c80a5101a22b4bfedaf0180b98a501b1e5a4945d61f68634104076fadf415c450ca2eee04d073f27d02ff96d7bdbcd4904091af887dafe1f3f659730bbaaf935205f9219a5af007b0460b945cabf6f7233cb035851ffff4db54aef7fef17aa48b6f928ca14494d0fdb9358e7d202d667b31db5f235eee4a3aa578521cae00c0852dd00a9dea1007225523de70840abdb0b920200e3b375c653ad7552af93d6ba207291cd7ac30d379bb39133514f1c6eee5cb84196ea4cb6e906e166fbf77365e54b0e29570016f2985698028fdfe4bfc00165f7ae6d8abb05a250696f8b48aeb2ba4a5476eac93952a2b2f28caaf08e7445b309b2674658dabe2e6369c562bf8759c01042f8b619dd9dbf1fbefeb99aaedf6def03486c2a8a9ae4336af78d6b89bff6b6e3cc4144ac4e89de5332b3b7598dddc6b787be7d9e7e3f860f76158c88477e8ae095fc659fbff7de3701d69d5dcfe313865ffc6b5ea3d9bf88766ff74482fb6168fb9f510802196cedc5efe0f1fdf51eb7cb23f87cfadd1dbecf7ce977e373b87c12ff77b76e965cfe6f7e8e60522d6c5e9900276d47f4e7ff29c28f7db68b0531267c66b8893057635d615d3eb30f47341ad6f65893eadc311dd576c7c9c256f0362e98267b35b530693983698d3ca2c591a2b0540fd916996cf45ea1e637f3f976e7ac1d8e07a2012a207ee76fd0682c0e078d6123610d829ff777091e0ba8818ec18b333c840b5884c56273b934a2c32dad505cf3013d10201222c587fe09b9ced4ca0ba403e9827a0daa5b90774ecd8d1f79cf623d4493ed44942dec0ba6418b4c6beea07fdd87e01c487ebaeffa1d8db0d520ca339cb33cb0b9ba7a501d740d955080463801d83a4ab68195c8065ac0f23dc33e4d07af2d45f3d3ba9a2ef2c84cad0053c18eb355c16ed0dbe23d2eb18b805b5b6611e5c16550c5e8929fd41df05cd9bb1474c08cd0aa980675d2ac98cae8a9a2159a12652d2df9603f6492c4159db8576154a1de67dead16713910b78008df60e647e6a13811157116a6226e3a62a7356c8667850c6106ec0ae94f4acdccc895558d6387665a31cb0fde13906b825ea18196e2a7f9340bd20dd05914d57b15d3c934d8f169dfa5daf648ee5487a7df7a4f915248a3bc466c2968cd0c7ac1ab64a662bd4fcf1af947e5c34ab8a1d84f81f0ac5047647eb79ec281ae3c684d237a41a692ba50879bfb84d15a5091c3126d112723bc48083228c4256899324813a9f27336eb6a81974878571748279215d621c34dcd1a4d0baf7942dca8636d7e487d6e2cac05b194a91947475c5d545409caeb4fd458521f71c625640953a5b1613054a8056a0299445b83da0ec348ebb18c06c990c7122aa2c43b5446980d49d64854e82948041490001282350fd846db41233e192fe92a212188750891244483b0700e89422051060b8444733c301e3494728c0e9872870a1a6291980539a1bcc4c08601bf695e629d0373b390eb32ae5759914bbc8823a6d7e1cee9784b5cd4d6b13a5455bcba63aaec5145c4c5e645c6343c3231b1d179e9b8c85438152e8ec9e81887aa8eec4d66d459b68bd8883db68d1ed385e9a40ea6c17ec2b4625a7303aeda63d26335aa2789d2882cc315b611b23ac73ac32c590fac171c55dc6c585373d5e375e4e7e3d815d286876a8d4d833e851aa026904ad4d6a8edd017b68aa51b24233c9550132513a15e845558a646b6c244f5997da4b0409a4809561eb0413b6110af8c577435704988ee2181a6c329041d21c6a0a131580f1882861542148c815189d103a976a8a1213685792047a41718d861403fd60bac13c4b34221d739ae9759e19b44b920d68c81c78787c3e17526e2b69a5e57496e97085f6a6f1f7cec290b99b40949a5527ce94599cfcad523533c9d9878647a34d4782e27686961a464d7b5bdf222a073d2a31e9c7e30ad191de6bfaa503bb09fa2a2e0fa0735b3c1ebe6485c9a7821e93348ae7fb49f805c12f4ac81470be2fa94eb5b5ba23b14b9c5c51cb1e159cb82850f3ccc0e231703747f32e1f589a80fd108d1dae366ed8687758469a62f70ff7f057ea4af2323622d8e5a6a4162d4c2402c9fe0135eb6bf783c897823e91be13d42c15e3e357b785b7947997ca19973f27dc2db8d2fe4ea1897da8b63c61ff79e066b7c3e4df32ec49938a2b52acde9faa77df4b42a700eb77aaafb545e05c4d1bdeadaaeada35e736ae53eb557d461b79e4aadbbd6f549764fafc44b0abe74a8d4d7a6cedab898ba2366c411f9993ea4f788d535022b6bd35495fad5f1a93a436bdbba4dbbb051dfa763ab1d175b9411db71a45297b94f6ee54deb845d312cf598c92e576fd3adf431d83c5518959fba1973b67463eb2e6adc9c49631b68e627bd9335a2ee90826bd04e942b94745538390c1386fd3e6f35b1c6544cb560c59fd66dd46350d89f10b7aadb5b6421ca288ac9f8ccdbe289a22bda450ee27e323d23742832253fe9595dcf0aefc1136b5a635f8298112d8925e6969fed8358bc439c2df622bc88e7329d11b1b4818d38a98813fd097d46dfa3e2bcfa19d2832f73d38733831a55da8e87dab33e15576b859539056aa710178dd8b898362266716866478d98cfd18939a195a71ec63ca99ab854ed9caca88852b1bd2bf139b723ce4d6faa54ec1d13331b19a498d7271bd52ea65a2eeb3a96e255db91caca57225fbc488e1342fb93eed369301003decba3673bc5bd8b9e7a3fdb7bf4510292442c8ce627ed237595896c2332d6aa461d5f582a4367359fd053b4437b7674ad9c66ea6545dafd748cea504b953d8e8bdb4d378c63a34299bc7c9c124c49e74ffb6c139a956a4e86da2a5db3925ca06c4e2e1ecfdc27ee55f56ca3073119e58d5d945e4a7198e9dda7eac0d6510329736c6902a2f1a76ead99d19c21442b644e84e6637840ba0b0cc5e5cda774562ac270bd4140070764238ea69c8f45d87fbcfff977f1f6b075ffa59f74016e301c840fa811bb494b132482c7258a6889928d106322d9b12a73edab60fddedf607eea96bc558130407814c2e1a18105144025c80aa8c1f23044885c21f9033fc8c7e5916849d6240bc9a03674a014a6c5b1b03f77e476840229a810d001324134281e209ad94d56d3ee5137440d51c7e5b23fe0075291b4243c2e1e0764045f01f98b9fe2fd3c7dab3d90029240054342482751c7224e2292f0f84006884fe8fb6cfa4626e81ab8c5e343c0472e29263a73b5716da28982f26741e607fa01930fc36028885fe7d9a871f069208d4383d63e56fdbaddbf36b8b7eb5d313ba4dffe7ce22786bd38b8bde64301d3c4b8cf83f1b840db72cf8032a2499dc887a89dae18109192b1bc3d589fe361b4eb57218e9d8dab9ff866de6136a266ae79decf5b0b7a11751c9a45ee27e47d363ef99261bd7cfc8973d3d3534474d4d9b387b58fc57edff6bf7aa63c4fec7237072e9b1afd7eae790d64af304f338da8b3494405b128fb6fe77c78f579149aa71606aea256cc27cc2d77ea8b6818d70ffa24b5a20e55113d56957601fad0b6fccfffaf1354367150664fdb693fec03a1ae5c85b09adee0c34658db6db76956ea5b2e70620b83244f1b7061fcc2c158b41e1c9247aa94b51bfc424354738dc3a6fcbe2cfa185daa905f71aa0d8d15cbdf3e9bbdc383b178fcfccd86a89277c44b6ec0160205a30a89fd1aca1ed31ad6cf5a1a5ad45d1fb28f553410ccefe306011e88e22d89d1777a135d45cabe4a7deeab9d79f38dffed3815480d6c800c0e0f07c2006b2001e627f1240bc816a8c392f8811e887c49521363b284384954c40d51cbc7c7e1a3c4414c6221d6449a8425e1914074400d7005f449bdc3f6569017707ec967c127a0142803e481f07040061a82154881ad30ed61db4192edf438d5a35d1125898a3aa2c7e171385c36898aa8902c747fe027b484618ac1528872eb26713cff70957862163afaed09bae1824d791676500aabc175b47255080a5a5a6a7af410309b928b83877a7b22461a9ada3555f50ff39939a0587cbc8e6844c522291b5a213105230b316f3c796b1ddea5c1535e02ebea9cef8085a8f5be2f9bdde80f962388a289f114637fb3fa2efad222e59515baf873f88fe6a06b39ea208d626b706fc418a95b12459a941d8c37ef2f1d9997943c8405a181f8899e38d11105277a5b98f1693e27d53fd6e99127449a03a2802af00528c0793186798b36cfc362b138200dac810d6cc24ad4bd13439c2f882b1e8743fa8306b84beb8208e9a016fdc2dd53c76abb43b621b1a49cff43b65b9dbaa2ade349b6300bfad548c767ee59458c0c262d663d8c1066516a619b0cd4ae420ae2412c8881c083f0603cb4b2dcfbe143851d046dcaeefa5fb10cd6da432d6493855b39988181a6433d8c0b09f8a65cbd18d711799fd80ba5164805ea6ad4b4a88d70ced01b039f95a47bc874988bb40ee96b3091e8032634fa2cce48b51efac1a84b0e31396a91aad062942e3e318e81422af41a7b7231837c20e8de16352032b74cdf6599439f0c7576929afd63b805cd396ea288897696441f287d0cbb2fdcb5d481e8a562ad70247c47324b921e0dc901a684a71fe9076846740a9aa469a81db547cdad0b917ec703de06337c2ba641336975a1fededd301d1331fb16b7ea798f1fd3db3eac4e28ea04b33da40579c5ea4f8a793d8abbe16011664fd7bca11b23cd4fab93d34cabbc6f425b163c8c4827def59549d92f25171dd2817a8235c20aa1da431232c97e99b7316e6b830c912e58f5fe516fa96e6b78fb23fb2cd6c26d223b755a63217ff7da7614efbbc9bb55ecae62656a58894c6002c80a6ea117bc473912a7619fa28d6b4bd102cd20ae69a5db28195a42d586db79779ea8b1994ba412a90a17e1178b9ac21d615633856ceefdf0617832acee1e0dec4d9bfb6e69e691367a7eaa14af5f7ad4ddf68aa90846c8e4198f4bf0b0bf31713275f8b098dee2b7ee66a87464a992edbdc935720d22456c891d31a2c3e38268802be0021c9ff8a92d6c08b6d0188743e32096e058f0e6f9385c26765e46eabfb01212415c48d674a232637b3c2e1fc3fb4755de8ee712218d522561f73d97de0ce6fda61e1a7991c6ef1b535a0576c014d4794829dc53ff485f4662f360698bb487d3db18ad3a12574cc4dd128d9a79a16af37af9b2b55681b9a32ec4de3d3375e9add2cb66e1a59b97991db542c31b273378c343d2bbe1843ee87a31b69ca9b7cdee4cc796270a831c881895d46fe2ce562fd6558f6ec4c9d3a9e5529d953c1d6e10bb5afd903818a7811d4c94be97c456c6aa1ab97c7c9966ea45dea10b7545ee2fa93366e8f446525b5a9d7ddeb2f8b474a3718cba22eeec523039c8de8adb4d39bc17bf70736fb4a367a25e2293e86bd0d76222c228a43712bd56b211e3753cfd22f47598a8b00a6c2aac2d5608139009b40d9c0b36e2905085a63d18100e8545a133c418c5bff615ad5aa5974c552f1547dc2a137d61db7e4f9cf03d8aa3f770ab86753de2b5655d64c459d16a681af05217c55e24ca888c8db9e179536e207ad97cfd8fe40bb99cf0b83a7067c17bef9a91ef4431168397ef8abbcca18231305ebc335b95c3146ef2dc7b31ce5d9dc4cec50c0cb5b23017534a90e667fa595b40af91e83da4a646ba426d4524cee31a27fdb6f839cf452e6e3485d88b5fd476636f3abc5ad61ad618f6696e0857e415b80a5e35a4af9668898c3a23c323157b156d83ef9f8c0e7f1d3ecc7e4203813c50d0447176297847c2c303bad5273a9f9735fa550d5e5bb5ed247aabd8c4592b6643be04cdcae6b2904bb5f05a35e2ac0235eb7651fc625d7b8981d804bc0db68fa808a40399827a0d6a3a50672e6aa45d7fbb2349e97f7efff7ac478c056b835d8b0e0362457986a505163e5bcfba824c85540bab8319529545f7802ae08459b059406f319eeb7fe0fd76b118a20311b1a322a723be10bd21b3495d6886db28b443916bcd7a11d54b756e998a6aabe3b8b02ef8ee071a0f47664deed004feb4bc5dc177e0ce81173111add1e105115e0df110d227789924d7867844442e1d2fe345af3dce8bee558f3539e199d1e5bb0f6fb9f0224e446b54789da72a9aef4bcdae3dde3723461c96779afbbb116ea2ee83ee573350f7d0b3ab718eded6beab8d2a1f4dcb7fe6fe9f9d93bfefee776b2d7e32175de31f168c364ae697f7e6d52ed9408ac49d6656f4df65fbc2462dec1aba85eea0428806448be38395cfe3c3e302d5202be47ac0151e07c7c3f2a149382a12ffb09f92261f968a599fa389aa1eb23a8ff51cfb5e72bbf4a5360517a0fcc44f4c6001d278182c160b8252a97120203ceccbbcde14d681984486c8927044881e880ea805aae17620f393829f4840683c1c0e0f0bc28050200804a082d40bb9f6a6635f5083489134c4b8d242e207f55074de8df1eab11efa58a071117336e75f159260ee3dce9c6a359400297008d8d03f1556fb8f779e2529c8006b981af5d43fac0d79db649966211490058782e59378a2c438fdd2aa62e807bb64bdf44ce7517754a8a2f9fe4265e0f0a8a55c8068b93360c4ed9fdc176afb5d75b02eb9fa41198a84109108cc08b59088edbd87c73b9c78ecd80a3e5f473d992f058f0b5e3ca55a2ffad2b520f6f040ae51d74bcd90d8117b063c62de9d4bc475a36a636abfbb11631777b051f88f687548e4bc9ccae3d9c7d1f3c21b2b7b655cf6a9bab0aa2b5c0d079dd9421e7a70fec5a2e1f775b03c35b75ebcd84118bfe0518de94becaa6899f1c0a5b2db5733517db807d80e870ef9546dd988adf99591e5e59f2afd6ab91499691f7afc7b3fdfd62739c6d6bea5bcc474589c52ddba98ffc6f5ff9be601957f268719c6a0ea5d962ee9c6aa818fedfb7f042d376273a25509155564f9ffac0b25ff8d9b4c8ac7b9e86287faef1aba0932dc6216fdbfb553dad67d27fc5f87b8cabe30fda7ffe72a3851f1df8f72395173315551faca904be2942994bea6d4cf99c68c605895819fb8a3ca4d77444d5f9ca2c465cccfbcd5bc858f284ee6cb9f4c5cf5ac6a6b8003111cb67be07bffa8d53ffb0ea5555521e455253f9d5bd94d3d83d0aeb6fd49e5ac7665761c3269efa7fa56712658060099bff757a6ffee5f48d5ae08e8bffb87c87cde9b4afb5ffd207b3001d143079be49a02403b0684ed3ff427ccba576fb28fc8a0159ae6cbfdc1e07bff408721bc0fd413307ffb274362308fa8a015316d72ea40d0cb1a10aed4c8b5afaf6f9c59c0e0b903108c2375ba3fee2f903626088b7675e3276e9d7b112c2ea9954e3d4a889eceab3e4be63abdec5bc017382d59fb7c026a717b7b9dbde9f880c7a7da281fcbf3e210943c2f14f5805788cd41fe6bc5defe943718b13b70a3b7225367d4115340b2fd6b7f1e0e5e4179348db81abe424fc3ae893bb33a06b40c893ca069f43233d1ea70801aa73900859a33be8d093519c98a8a492b7a183f7e7fcc2c4ac1aa9e0050f5e9d67b788732acedbda84fcda646cbe2d857abfbf9aa2eb316c5b879ed4ff6451d139a15a10e4df55375c620b670a18ed8e0cfe4157723affc75f9e6f2a2a379561aba3b9de676c675417b3534e25c8dfa74dc1c3d83954bd2a7fe82e30bb7ecc8dbc2a46a7b3c5014452b43aa9e7aab6490d296719caafacedcfad23ae97f9c66360bede5b53442bbece7bc3b62dc741287475a7e26182bd389d388254ee482520f5bd10aed6818d53ff5eb454aff04ddd4e575be86666fb2f7c5ca261ecbd63ee756eb5ca1de96435c7b68bb2a605810a2cf936248a188c3e5a75f6d4514ae18e04f268b43850504a99f18663d044514517e3e04047a48cb1fc69f2872c63dbabce2c1f6c2b414ba27b96ac8db51afc60b97f210123a678584a832c949df43c73c1827c5490724bdb77aca1e628da33e4506c8913fd1a392da58d92e467c3710a38344a5e2cc6358bfca27599ac1db4f05f2fc74f028948ae1db6eb0a2aa2a3cab1e537bc12dc0afe9c510181cfc24468e00cf60c01384ce67b5c83202cd25e472f8531339835cc321671b63bead91b17d3f045a86806e81fda17f8d67865feab74d18b2ae6129cee33087a24c7bb67a7956d58e2b627801a15499dd847a609ec21c1d3aaa51d42a694b5bb1da0e8d36868aaf161748088559ac0c0e4b698a4727c9979d0a9986dda6138d4b958b87f4f6af7812d04dcf5da74fb8cff9c3f80ac909fdbb13b04fb569b61259d965dec8f9c978c78e0437efb869ddee0b8ae243faf49218bdb18a796903a7692e9a5dc131a0853800d9e4e8d17b742cb0a4b2a90a9a0aea0bebd6634b435d955f5655eeafef09e23f1d667c9d050a656b032716c2186b8e85ad478f9f9a517f02ee61beb5f414f2535b90b64ab6f6f2e44090a1d2e38e1d143cc051f1aae8a5e551eaa15147ce18429c14ba0517979fe13931afa0feb4e48f23ef7702efeec2d249b7d6330db231a82a9ab91d37c883dc1934721656655bb93bbafd6aa0f04ceb29bc8ebba2d1b169680caedf7f1c66019693c458847602464ff024f7898b4b7b8019662c194215551c230c125c15cc8fa029870eca4cb45d714b847969eb0fb48e9ec40cb3ccc5e604b8cd845b11fc4d50a54b79d82e5783d2372b032e1e4cf589f1eddd9d6c4eb773b3d82b4b82efb760541c4619aaf2416d6e91e66d6d411c8b4fd153a29be1205959f1316e2bd17b77f331dc6875581ad5ea16787500eeb4e3ec50546fa674296998360ac61f1293e2a8d6a1ca52a19941a9a56c170d2d8e11c600255364f462445e40d7e92acaf4d31fd28cda5393ac36708cc7ab42a2c8634976a9e1d54bb39282e998a9dba45297564520c82fa2c33552e8f20c337ada4c2d5f9fa85cc20ad2e4b4b456543992608eee13b4fbb2f5442c67376379d4fba2f9426c459018470fbb03046e8719a87eb970a80f0e93c1df23f66826c069d427f700f5a76a527fe9e7cf06a453f9338aba415db1a808a13fa166666cb2d1042ccd9f1cd8fdaff143ffa13e1d3e18f145b9065d47c8e1590bd74ff8a99292582b01d6875434eb8a3af5af5592cbaea9198b11d49246a4913eb99d3edb6293ec40f49157b990cc0b6dfb3e9600ba6f494b6db7396e78339fa0633687da55a08bc2e92a5c9473157e90e16335a30aa0920408ed09e1e45a21b054a1cfd7cdfe8c9c57bbab204f4178d9d1b14d725633433dba66b75d216daba10915c712487ebca4b02052312b5516c694f211ec120022a425d1932838aa997346c29c26f59d3cc72b241b2a79f79397516586a146f24985c384216662717ab7bb7692bc8e05c9d2cf496af5f0c9c470c9681883e4c2506126a4c6f24141189c552808c9c622a1a7282e1df8eb97ef00504454eca76af6068a0097471ca798fa5a57285e4b484332efe21a2772092181f566f40fbc72650a2e9f6dac065161ca1e1f8fbefc98e8b1fe1cf9385018482dc58ceadf8c0cb4bb52e498b8dcc7550b3dfe57f2b8e585f29b8c62fba5e4d4a2972684c6ce65380c269c24306c419c2e9f302e40589c2fa182d0088a82d068246c151a4661c70b79a130be46171e9a1e9a1f0657e8ed8b0979f9a8bd8d1272248ede9b8c82bc0788980a157d6f8bbc965e0b40fd26998d17232f8de00ef20ab2d254e53e5b8f7443170444efbbf4ad3bcaa30d81c2837bd6f051f650308f4e114d332355261ed2bf7a79715cd8b153c72be0dd7156a79bc95fc671315daceb1d1d841879a8da0814fd28741f5988752926af3ab528c76c360e2ee9cf23fc89579098c923f4ea361ee672630bc292b010bf72f3e3fd0c4569dc489d05a9c2915119a2e81c484dad8e5f4c217602c31a4a928dae2bf0c23dd20bde4845d4af32e925678d4b360ac0a0e3a7605f40507808ac09bdd3667f0a3604b8df30777f009a3b7a417480cb29bd4ef7b56a2d1c2e9b4be8893ddbd8da6ff5f857e160d794d4b3638a0c620ffd72a9e4696e8a73786c871722f22edaf95dda45b9da546785459b800862d1158340b29076bbb20a554f159c56dabd2dc9463a4d465b7813f285986546a2b17623b991dc48a78bd898b41e4cb2557518a53613f97674e510c61e6c2a15b70a2c84c16151185c08829734d26362f1d2f713063cb57858f989d28264c06b2602e35d167425bf6a43698bcdd418b160ca63f0cc8ac9e2809e0c886b2517bb3c60e41d15a7ea3a1265524961505e2b69b70b135ba3a6655da8616e7921a602da95903623631a3091f5b746fde8dd3d496a8dc1f42e3d3da1ed257448c87540ed5e863c82c55639e1ed85fa90c303cf809a0256ef723b7a8b8c98f54d829dadc3b61747d847592fdfb351e4de41ea76241739bae9acc78b45a330238bbc81c6940f1afe0cc358171ae64efd2bb1df50c667d6eb7094f10bf90608065e8f44ea737954b4934a858924e6af5e69ab77e127c5a42fc3e1a87f336a1eaef9e4e323df62f06121188755c642fcd07c75b5c43c680c4a79c230b118bbb80ba5927bf4f9a578e88e55e98ae437910d31d2db30170a46c5f44ec67087d3bd2103ff5a9b2f7018b6511e5fc867843d2090f4167519a57df6d3472354517bb757f00eadfcf13b19ea31cc696b6092aca46a0eaf7e63d8d010120f4d424328048c4151a01098dc5c0c190323f3d068659ee972056b3050a1b0288abb9e326c7e2d8a7e586f283cd4dc662c0c8587c3a0b011396f8f25ad02284c3effc35bef985a75250d93453b1e07128d504b717ecb54edf5d0bba03a759fb1ab2b459cbe45e13048145e4ccfdbe04e365a6114d6f1130553b3b9713cb852dd51c2a3f963feb29f5659fe81af7ad1321fde1f8b2e927baf742e67028b2b1ed23931a56dc8fb47a2d55c9fae882b373b0a8fdb92093dae3a60091a11237b5c47eb15ac6a208e04b5519df9e7e991e25012c5a18f0b313f0971ba05e3f912933ba0e152944a783b1359f0b890180c8c548b14657737237165c99ba4523636a9f028e51600d368ef333cd543de4a61783056c501c9654f95c96d2f2f0a834d3afcc09bcc29c006fd490e57222ff740279ac3cb94bd3077994728f28ffdab34e2a61f7266770c15302416e5ec0deee4c4a024ef9909c495de8a3c622a3165ed49ee6f4cec9c0ad073185cd4ee1588ae372f27ffb11780534023725cab4262918b321825acc91ad19390da7442ed3e525e61eb8049908f3e7b7d3e7444ceefe3aa651f957ce8fa3a20f28ce8db1915b2e44a480c0c1aa2f4bb1af3c2c5358ed468d0f96e110d1e0f97bddb315be08bb85f7962bcb95ff0546bf7da21848fd8cab0e519903306b450a9db0c1c47c1fb2d3846c74b12c40202cfad96a3e46928336cf847eeda22574c85e2b0c8a46d2cbc2bde1e916ec876cbbbd4e3c4a98c1a782406adf6eab9183c2c02949c5c7fc118c5b347fe423fe8a5d0b3af7937b2187034e87439f59637db42c5705306d6a88777777878423c436474641008f98e24f6d6c365901ebd3885e47b3bb3cb5eb5a6cbca15e182d1bc56c2a8d7955c2432f53d0cdac3e9782a7abce2ab5ad2bc1164bafe03affcab7331dba7cae4c1a2e7365e61ee5886be646f517b14aac36e5532566713b39b779c6b1823cb9876b4d4604b29fc98e81ab8fb07fd306c52f32c3f4a8c89390a9446436525beb50bfd3d01c3429cea1c75ea981f810f2754b2ba2624c79f6e074ab7db41c23cbdb74e22bb5741a7f043c21ed45f0741aa73230e8f639a3b089edbcc6bce05a13122985d878efb3aedb5875b17e4c998315576b96c8aeadae5a5470b225decd2b2e8ac7056092be97dd3e9764c4d448f2b06c3388a5b21876668ff412c927e2f91145ca60a130a913361a17cfa07f7771fd4549fe9906daa11a54be2e4fa496213d2d36b3dc1f0f4ed26569ea6c162b2a37f79fd68a9bb44c320a0b8e8f656bc819706c842a096cf03b88ee6b25a165896297cd8966a06a3e5aa9e2de640285d5c3edfc6ddc2c9897f4e80d7b78efbca61c4ae76d7646f669d1e1c264b515e8bb91ac7c184d4b058f5548fd425ad4b56a3a483473235b8fce22eb5ec783fea8fc4e65c59439c351109efc4547d8bb575d1c6088bf36abbd1a02884186fe377314cebba45b3d74adb02e3568f9b06dd7d111c8949c8f7644b62c3ada7c62750f2aff43606c59b711b89e361683c73a104c5cfbec934b5d0716f2795dc8f840346be7e1703b133683ca1d937c42a21654f535cbccfdd345b307d0c4cf115fd28b42ca59225c2904e67e4e0622b6b643362c77da3310d65368dfb9189e41a9e4238471ea8e50b92713df9da63917cbcaf878642daf616d56bd9759c3f5a80ce1be6e2817cc98397346ba4d3f1c3e346e146e677d71ede57ab7adab267e670b07177b5bc0b0b181ab1d26c1da7a74459160a4983ebf086c4d924d9b0482ab41d5d7b41242c0c04deb7654fe795fef41aed1adb783d06af7d6baa04cadc26846cfbaa1d9932ec79dd28ca27a6c5b9965d364ea3c0eca2e3c255f14139f7292cbfc188adaa28230b47f584fa441b13f8c30ca8cd4c099973f94c041901634adbbbbcc6d42ba2be8c761548e755b78dc18e109d8cce957381d680b13173c024a64dc7797146ace283b37650ac67e67ff1daed16ebe121b361223111f9ce47bafccc683d654030349e1e233bd7ef784efda290d0b8d3215193cc6d18cbe656f61e3d2051b92c7d8430c859ee2313443bca519a13d789df9d9261b23f56c83c5018d48c4c4a699370eaaffdc002bda67e93d1e427d7f07e1f4bb23db697f58298305050f7212e47aabba48a49a01bc8c52551ce5e6e2657b1b28c1a5405e269f69686e042242bbd188286ce2292ae724b663ec82ccb08538ce22403098492603d926440e4f5a1ba2932282851b3c630d39b8dded71415124fd3b30c64ae0b117cbb660f6da20d1168f99eaa9158de6d0d55d88dcf161c94246ad18770a23e405539084327256e6931598013e83982a9d1f5ef726a7cc577872a0e98233642e2a5700e666d520b8e63bf8942d0a4268c9618a66015638f45728cb362eab4a383143b1da5cb74b224cfca6b468804c228d8674d8b87fd6acda844b46f517ecd05d696827cb8900a2e182e0495be6c98086871095480830a23542620e50600d0cd98d7546933c5b01bb6ad91f6419d7348b7a226ac9a0d857a966b3e1ad2ca2bcf70adee2c7d0bd625c533b68c43b6e290454f75263b0a747b3bf134225e5659e55b7f3863799ad2af5d2e1e991e3ffbd4052549c8b67b8b92191ed6ad7ae7f0f0663a0dde0e93dfafc40d171699b86dcb85e1a84329aafc4db597c972a8021ce56d28e7955921e7eb85a99a5e87611a2f6904588849386a7559d142b45225faec94d1924ec803dcf7b44151a39152a935c9405973be7fc93e5f1c7ea7990f4c3c1d80bc6c1a3c1870f58e639e2385838a46aa1b1ae39a8d0a26b42b45739e7c4515e43d280ed865d3ba0f04929716282d77add51629536c5a2eaad9e28ee8a1844124464d705d46a48253b5edb1e84d1a949f13779b837a3238297560924021780f4936a3a8e0c8225b43d283cecc288f46a84c8cc951b2a4a4689b0cb211a804aef3cdb4fc92a25541c984e4315e8eead12ed03477d0b66cc6a7e8c6aaf3d1d27d34e321797d4caa8d7e048c48c973a27041734c9483d5ba654db577778fcfac27c413c7d95df4e170128854a92589e70d5221dca18bad34cc7efec5e3e04021e81b837b6106da115de8d0778ec7a7aef604b2124f02cade0018a47abc8bc38745a854537c584cadc0a71e1d896f29c95188ce349c1c0e62c238cae8d05a682844a78055a0d9c6da36fcbb5630151ee8959df350400f92a8a5ac1592864929296c8d0c6201a185b0aa2a0423095bd032f752c7851a6b12320a49027961f36fcabfb5060d752ccd43ea383b784bc395929555aae1ba6b8251712a2971cac8760f08a2931a217a587edfe0a38ae34856ebf514a7c4b1508e77dfaf578da2330c4767daca452950ee7946ecacea46545d9d57b94718b01e6a09c9ef9d2ce88008409e2505bb90e4e828bab6dda2e8fb403e919e0e93bea70bdfec13d31b32b3f11734322a8502ae54037f264642e6c48f190cb121cb108c40a046968ba048e681db50f7aa8d61617a7acad78db663796a62cb45e2e89c573d2d917eaf4cc3218546ea80b36140754168910a138a2603387584a1ccd1ddd415a38ae7c7daab3943d107210b71f883b699a88f9fa44c59c7f2c04e9d851c758d69d53e8f00ed25cab18f7ef1938d6f9ebf9b0ff02ffacbd26c6905a5ec6423957ceaf280c88a4919ad0ecb5c616ceba5e501021e54f47cc126fb432e4b6835f9f52842f6406baacd1646b18b693968169dc65419f9f9549a101501d834d23c65bdd93870a35545b57308aa4da9587465a40e5a2502598987fc98a8e00de59e7207962587b90a111d6008093176fd5f71d1a8bae4b5fdf257d52f8a317fd4b6b432e96ead923c81a4c9d141284b9cd6da6448096a914a1ca3b4fdf6475049935ce36be5bbb3a9096b7faacaa0425639449ef29ed0958ae53a376288ff8020ad50facaa4aad70b857255316290b34154989622aa0d035a4196ebcde0a6a19a575d0cbbc60b76209ed745a12b4e3f5615eec0e342a15b26468952156b54d197a8242d14da292defe123d5f8dec13f985f7c3b96083b6c8463a8db9fb0a98a3b3a54f187a65d4af72004ebd19f3c4804d83e1ba11bc44eb9f23d12f28e3eec4cf2f736dd22bd7944dc9623827fef1fd9aff9c44db017c0b6924c695bbbffe1fd52153f17d591c2720a037fb5c7741feb1c3706dc7651fc7544b48e54f21dad70e99de96ab874ce928b0436075b7172a7f388f64d39914d34d29ee2d86bd2070c65c36e4b1092c74254014249b43dd5298ebd50b49999c72d6badc117b09898cbf8f401d9bfed6ccad7eea00f1fc98f026ca9d26cb0c6a7c5a957db4475322e3aebd563d6652aa82ec6894d236b5cc44b7f4ce8863f5c35add1acda517e1f51ac8ebac6b0500f08f27daf8a5531ed8cb1b8db6eaa0fe9b8e188bad2b51eeac3a1706dd0ae6b63634be4e18e23fe25025110d2a466d4439a83a26eb027b8af680542618a8e4ac510760e74af9262153336963d410c9fec1c4bc7af2a4b1f681bfeec0c2bcc63bc4ca55250f5a83ac17a02f2395a3ec4541f07223cd36fe408816dd927bbad7bcb85d36fbb4bf33fae7edf24f7e504544d57d10043f2316718e3d9cb9c2fdab9c3b016db5a43b9f333917eaa0589a235aa1132583048c5014a9f20d4ba29af9f46d35eb75ac618a52355be95bdb777de308966133269fcd4445c415ecd26efdc04cbea4ddbef49331894d35c65818602cf2025be3874b06f8d18273342ef02b8f99b729727d27012c11ccae369ab7775bbbab20a8196693ca4538c3890ab425ab4469169de9135dd65cd574fb9f391e98444784806da689de47ae876a3a6889aa5571ddc6adcb69b87ce1ddf05a712d3d38255e30d94db6d6d18b70c158d2953b1d1026effd4177a69d387dc585225a5e95676ded20d6201a10fc74717ede8885d191d6865d99de2dda812881b5704b7e350e7f37e7abb045e937b44dee2be5e41eeeb9dfbb8b45adef1432ea2995b23dd5412351fa59c64f5d0c9ae7386da2f5ff06a8646ee9449972e032a3e459b9e0a74f6a4df51216e1a4904b1416492ceb7abb8936361f4ca67e43ca9d40e8d3e62b47a60ae5950af798f14bb792e691fde145799a0e8a1afd6895815e98afbcf68cff62b751c9d0177b460da6db8044e37df3b3a22f664fcf14e9d869b0354f67c0a8531ab48e4a7e688ab3cb7125a22c8043877a7e06149e5ab246e8456319d08d1b6bd699c992ac4931d83a64da00304754da3a0d96b3a0d33206a89308a2d442bc38421349b6cb3850b83586ea4171b862dcf9520e142346d6984e9a6367f0357cd7277d59cfc18636fbae6d675629c61b5788f6a6efbb1e9cb1e072af8c1969ffdbc8e0b8b13a7023139b17be1d0bad743b9cf0b7420d1b075ebc1acac9416388e84ef326ad9d06208d612f241156b036d15958e4ff04e8a5ee113e2ca09a5935001b5b2e0e8c50a58df94a482cc25e1a5c2969692e33beb5b3fdd76c5cec45d05ccdce346a32dee06b7f7e2351c140b3c5acddfc1875abe84467160d572091decb6194b1744de7caeb4f1d51ee1a64570d5122ac3fc5403aebba86e53eae8b090df2cc19c49cc2420b4a7381823f855b531c8544eeca7dc54bcdc5808cbfebc3c7279849ab79c1869ff1572bd4456c3f9e75ce18af1d96df83032cfe570082f65f022346d0b80dcb2d4ad6937443af884d3dad0833c777e50afafd7725abd058d0d8981bcabc5298c5eb36dc9d01af303cf0d68d914b4410e5041bc9529d610b24671185229f593bcf296245bb3c93a5fd72696703cb2d0b0c5407e24679517668f8f6666cba972c6ee70b9551b6ea65b1117aea7e6956e28f54c63e0e126eaa61d55338ee754e896b5aa4299aea9a854a3a9ecd1634da5c0605d095e440c714f102139da6aade094202e4208651dd20be3628b13092647feecad2e779e832d09eba9428bc8e2669ae2a489cb6af87ca34515e61c0e3865349f3955df17afb58b55b17cefc8c3f1cb5ea65233d0c86cabc5481646d7898a2ed3d154749bafaad71ba45478c354100b047d9f2ab6690d2b63e01f0b139506c11814987d5ad7157de93d511c1390d32f3f833d07e79da4d5f9412cc5671df9949c5ab249d8347bdbb9558b7a770922c42c9d0c13145620655809554854cd0c0d42c22a52d3170e442916f2c83ba9437a162cd4ba8ec40fe8269d085cc5298a42b18a9dd0779325b8de8af022183313bd113c263d46edcdf171b245e4eaf896a9609d5ee20aae493e3e352d377795c1333008192159258a8c50e304659375919b2d0e4da7611563341a634a6a0b2a6c96028fd2a612e94955b6a9d20982eba36bb1774529161601fac2beea742dfa0ebea6983b4e6d98d8120e9bacd9eddbac95fc5d2d8b8cc1a2ef8f9cdc01df0e15ec9ac78acf9f1b5a64e89acbf4e74546daf65e464f3fe7e821474e9a9326d8dd0ef5b6504ae871f1fcbde7f6e8584caf74db089c4b95bc852e6698724feb8be1f6b7eee67267bcb538768e66af8fa33e9a68825840d88f5e9c118c15ebb983639e761906cf768f134e6bafb220cc45a8519262badbbd85a3135098a03cd52ee42cc87b1142decc67bbdde431f1acc042e52f1a7d2e1ea53f4eefe0c3e9474fd680b21eefee38b422773b334e1daf7e3891e7f18f7a3cfae8d9ad9bfaee75d8e8a7b0bcf4be9fce1d7954e49a7f762caedcff66dd0269cdc2624033da9f2ed4a6c158044ccda5fa3c56a06b1487453aa57f528ad9d379d349d69907a79391fa8884b565ab6cf1d2f7c0c3c3cb9f16531dc7f5ed7a5c26b30c16f127311b87c314064f904e3b50e548e81c53ced4dc22b5c5dddbbe0f9bc5e1a24d65f9e23134ec0f0d240d4e8eee29ac4bbb6b1087afe9fa305b0c6a1423d2a99f6e4c0b59a8e053cac1a9f1eca3bda19cc1ccc05cceb54538bca2a292dc42d5ae3b4dfe07734e5b2c1d1cd30cc01195e1a63a02029c07d325860969085aaae8bb6fa6f9bc2ffbe10511ba3481a06f3f6d78b51fa787e4591895f49d0ff4feb21239db546019320be7124f688287ac2750c5f916810a7243605d4d08951155ffcbfed5c9d3b4825b3a35318d36714f37d95350f11e68f4af34c819a858bdbab095c74725fc50d0254632a241478fce63b40874d646e4589f1cb305e7bb33a50f185e74698beeded86215b5b6b58f3637fcbb15b18e4cb2f3ffeff8b9ea8f581c2605b1fbe04d9d98f3144fe52547feb186d87b208e28c49e8266ae97b9b8a319de8cb82c55e59c2d3be3c88e9991f5c6ab375d77aa72a96a7372f2653655a9aa74c9c8e632f2ddadc2573a6246b52a9c20578697c8889d196fd51b71b2bb4257cfb04f780efa6a18c88b819d306a732057829e096e6d40ed21e42e5c44475d8ece719e933abed6dbb9382fb7ea60b84c313f1989de1f0431b94ec43ada5b07c5f391c8e545e11f9eb420fb229f0c2fa15ffde4b1143ca3e8873117dbe2f6b62c0c7fea39b4b8deddfb0a20d4184ee398b43c0c985e2b400fc7787e50c05a8b4b9ddd312cda8d51206cc480e1d5ee1d81e9288f2428d6a2fa0fd0a3f6dcd6d2b986b21ff8bdee73ba9114e84680b6f7d7d63b66f33451ec752ee4653df4719e2b709884b4bddcf2bbe74d6d06244f23a43814b6e7e84b775a01ebecc2ad0c4a8149dd78fcb69b287a1ea1f15dd9a59605070ebce3dad9f561ea04227bb77eb0eb60ae60b6742342b50abb88a906b40632390a89787ed7c9352079d0f6684bc87190440f07d000d29a6365dccb9e8fa03cc674d52acfe042c19c92764a11e2daa4f79e658997e7974285669c509a315dd85bda12197ddf2a2bd866e70b0d624b039f468a6d1e5bc4ee01820e16a6ee0b9c6446055826d4e9b50d2db7124bf2bd07771dc90455eaa7ed23d7097870ab557a6c5b6363dd7eb1225320c274ea2322306cd33635b86f99fc5a9355569130d1bd48078327898e7479de8f745c13648ed2cab152a700ad79a1e188ac5d6a5ed1fe82ae0559199a8312ae4bb28e989a5d691badb4e0c2818d99659aec9e1266ae1ff8222ecbfcc03fb58f8a123805a5597962e0dea0994016f5a03254e5749f9496f26918cff2d968e799e3d923cc2b39c8d5e1c7899c88e3fcc252495888eca2f8bf1d7d40dad3dcc914d7c222243cacce61019dbb7cc7f6a09ad696949583e3e8e1c044e1661e26ed8c6ba49088b6b1786adb5c1bdcacc41cb9cf22b19af39f91d5a1525d49c71935b0ce2e4e875c648f75cb08245d6631ed26b04bdd3286c118e00afb5992d7cb2161c18ad654cdc9a265cb31398a49c3c9a6addfef47d034e0f5044f56ef4e20197388895f9e9c10d6823eecdfde491f9aaf5dd80482f4700f79338602f3e8a175bc8b675f1e0f8983c172ac39f7232a2b13490b18374249fcaaa0e824b436eae481fb1d4b1f70a061681f2f78e2150809f2f6ca8e4a70b518da584be1c0ac7787c989aa2a6f3f89f953184fb845558b759379c89b4adc62a1b5f1f9a9cb352574fdd3b6bae99faebfa14db3d5e8b7c6830645a0c8a0efc341b66f810606dbf32b987751cf082c2fe3ed5733be2161776c369a08a6b99bcd23ecf7b1c09a3758a3a103bc2865aea963b5e4675f99bbf99af7cb55780f0be822fd07e27d3e7b1511bc4d0462439f4b6fe40e6ca36197185cbd605ea43fef9a814ed5d0bafd8e6b376bf1ce870375c6c2c362a7805c12461452f8abd93d8b12a9a3d9e54d9ed8904caf32f793f5513839c988cd11f84fd5a6761b1bbe9a362e953d1f6a6731d61d1e24a6a008c7a68ed5d21571fab71bf078bbf21d036def8bf13e3ca8a2a378774eb4631432d95c34f7c8ff77960afcdfbcbb9282f8be3816aff49b383e773dad0f0b557a23722f7f9da09e4ff0fd9e4bfde396bd253470d9cd0beb43038f224e1beb6a496fbfced0c02ccb57be05cd98a7577967e97d39cbc9541b1f576efdf171f9de1987d352ab396f00207d3d043cfe980a723852c5f792d61758b4d99bc587e043f1a1d84d39081cbea2407e7c4d591fdbb0086c319b87e5c1612e68d4c97b1061cd868b6f0b2d9a022ff963d428f1b962ae563e062cd4909233b3642a4bd34333569954cb694ee74b1e78654286ebf452cce8f1c94c5b3b3fe6b06ddfe3babd531b305fc5072321391dee98bda1d5484b4b692697c3905b7dcd254f2b2c92b5f2e6a18c5ae614629865e09e5973e494c750316fb41e314476e18568c64377057335a8d754db3b591ad931c659a0cf9d9c1e36996591d3b283e390e462bfd4392b4e272d31ed5c980e91e69a924f2ec5a38a549fa591643879c50bde01', '\x1b1e0d009c0776acc6b2b1e0c1c6f26a2bd5e6f57e47d45661ae65a3ea4a484e53fd250e03b3a992d31a75deeeeb8b43c060619ca8bfaffdf93557cd6ee83be4dd3bf04ec80b8d46c9c489e8c7ee3ea292964654bdb62db1be1448919908674333e2aa78cf3fe48766d445eac13c4aee2fede7f3afb8cc17fe649ef4ffc0279ef0f68a2b8a77f608f39c030daa4cb9db2b20b11bfd20649b828cb8abf1e7af4cf332d419c38cc6399f5d2405abf0cb6140c7996b5502d52e034412fb765a3e2693daafc1461fd09a8bd3285e0689495b753e60a43eb42630f3fc74af30f32c40a3ea9888ed6a392237eb937befc9b61a6cc13c111cf4559871984312a7c82172156d3b400e208d0b9ee20a20af9354530eec9d756d593cdefdc853310607c79b8dd31a46d496e3a3d198d7df923cc791379db4b09651db2fe66ecb460b1de7ff1198e461300bb78a4f1cb7e5c9bf3174c29d3e694ac977eaa6500816b8ef1a0ff6b43d3bf08642839b75ca3a2c9fbd3eb7d7f05ac6599ec25aea64169c6ed58abea20ad261f449335505a7c1776d1a7f64b290c93d99cb0017701b76eae09392412f5eb03a5d2f892b48fb6f7c011b1adf2dd5bd0e51ba732a4c289acca1d5bd8ac1c86fa87b9b057b6de2c17787852d0bc9bafc0e17af97a90a4d6f8fa807730392d717c2e16669f09af0d2e87251f18a8fec4d0edea9a4a67725ac373ba334dad30acf5a6b517dda3126dd28662626d58d03e61e56ab25202d937590c666be61f475c77e55069a3010f3086c5117f90a2a2442316bf8e957c53fcc695db00b630bf793e1c5f202d263ae22b79731c769bd75cc37c9558289a0a7f2b99aa8850764cbb702de8a8c3b6176a1044d8d25658d142caba08b5e88a5a431187e96d70ca5a591f0a16c5a80ac62a7e754720183cb71603ffe25654c85440d3a492e0726de130d7009b1bf25a66d19527616d377795ee1582e7798a314c777819526ab517b26ee5380bb71e2173603740eea9fc2f643725d01c09171ca8d088baa400995770a28ee62d9cb7ef2a0a0152b30f474c1ecdc8667781093b4dae25bee72fb5a5e450f780cb8fa2a9c88ac18ee390668dacd90a538ca6f3428d29fc8a1415bf6597da8a0a52c25355c2d6ca9539e25994e98b42d2f5e31da9df6816cc92899b3e00cc633c2d3313a4388e5a9799141ce9abb98d1c057698a648efd2e438f47f4de12c3b9e799984dc113de76248c3e66bbf36c896e30a03dec926f15e9ce892eb77842fe59e29d7905db2eaa895a7573c7cab03eb97ba7f06667f6663156e974e14ede77987e80ec439c520a5e95305d6a18a0a71417ea1884608aaba445a6becc2cc0251474aaa7a144b2f1c2ad721175d3f2e2f187ee4b8dd666420a0b11f70c91729a55e492d8977ac6f85b029709482c1dcef49a20f55346caf2a02af3083a286bd15efc5e66c19bdcba11b58beeeb95124dcf51925a6cd6e4fc0a431b8b87d8226016d9ff07dcee3d0e27879fa7d1944b255c73d757182ec747492517d0f9ff01', 'Verzonnen buurt, getekend voor Buurtblik');


--
-- Data for Name: reading; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: receipt; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.receipt VALUES
	('48e2ae2d90ce89da0ff1ead42d58bfeca9b0e70c2ac5681faad3267e53b45033', 'DJPPD3', '7ac14dba36e82d47779ed3ec79d03fff5152a737f53731de447c5a4d3ca63482'),
	('77529792995fe8f23125d6de1a8a9fef617a0ef40f5a32d8d273549bf4c855d5', '9XFACA', '9b68b689b85a61dbb440c117627ec0413c0a31edc24b8e45094739ea1d60444a');


--
-- Data for Name: release; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.release VALUES
	('b14892c3-5dc6-4ad8-b05a-6355f7dbbe80', '3e0afd11-94ab-475d-a139-8521fd5d843f', '2026-11-29T16:26:14Z', 1),
	('41429492-45d1-4f02-8ee6-45c26fa21c60', '5df0dc85-8021-44a4-8714-6f56bd61a152', '2026-11-29T16:26:17Z', 1);


--
-- Data for Name: setting; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: staff; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.staff VALUES
	('e8446de5-1f6d-4b11-8f19-96affe26e598', 'Voorbeeldbegeleider', 'begeleider', '2026-11-29T16:26:14Z', NULL, NULL, NULL, 0, NULL),
	('4bfecd5d-0dbf-45b6-88ce-aa72cf01c0e5', 'Voorbeeldprofessional', 'professional', '2026-11-29T16:26:14Z', NULL, NULL, NULL, 0, NULL),
	('1c7bcfde-8e4f-4cbe-af82-e3d7d5cb6b56', 'Voorbeeldbeheerder', 'beheerder', '2026-11-29T16:26:14Z', NULL, NULL, NULL, 0, NULL),
	('47b1fbd7-7d7f-4a10-8666-4a0c1f34b5df', 'Sam', 'begeleider', '2026-11-29T16:26:15Z', NULL, NULL, NULL, 0, NULL),
	('f2b5c156-b107-4237-9c1b-7e831fad40bf', 'Sam', 'professional', '2026-11-29T16:26:15Z', NULL, NULL, NULL, 0, NULL),
	('71085292-93d7-4e31-b02f-71ecd9f535bf', 'Sam', 'beheerder', '2026-11-29T16:26:15Z', NULL, NULL, NULL, 0, NULL);


--
-- Data for Name: staff_token; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.staff_token VALUES
	('45cb9f03e63f4c964844ecb3db56fec96f79f7bedcaf5e2900489c2cf750bc55', 'e8446de5-1f6d-4b11-8f19-96affe26e598', 'link', '2026-11-30T16:26:14Z', NULL),
	('0d9b3582862f23745097b3f673c143b905a1e8ce4cfbb10263d97dafc59d3311', 'e8446de5-1f6d-4b11-8f19-96affe26e598', 'bearer', '2027-02-27T16:26:14Z', NULL),
	('0cf5f3a37ec07d5251514ea5d8097b3221ca129690692acc8477627226d54656', '4bfecd5d-0dbf-45b6-88ce-aa72cf01c0e5', 'link', '2026-11-30T16:26:14Z', NULL),
	('09e36dacc60d463dec31f88430cc738fe4c072e03ac9933c31ab21572af53a29', '4bfecd5d-0dbf-45b6-88ce-aa72cf01c0e5', 'bearer', '2027-02-27T16:26:14Z', NULL),
	('64b999018e3689c02fa5213c99083df2ee3735e7b393052338be8e39f3ad6133', '1c7bcfde-8e4f-4cbe-af82-e3d7d5cb6b56', 'link', '2026-11-30T16:26:14Z', NULL),
	('c36bb98e74ac565a4125ecd5a40aaf4c6f94ef4f34f548884243249e3ccf884e', '1c7bcfde-8e4f-4cbe-af82-e3d7d5cb6b56', 'bearer', '2027-02-27T16:26:14Z', NULL),
	('1a1011cd250b0bf1ec05790cf4de72ee7bdae9189c488bdcf0dd90a7124572a0', '47b1fbd7-7d7f-4a10-8666-4a0c1f34b5df', 'link', '2026-11-30T16:26:15Z', NULL),
	('fd6b391d8c2df2c99bb7e71f5d6f658970da67a3db12a736b28afcd7b97cfb02', '47b1fbd7-7d7f-4a10-8666-4a0c1f34b5df', 'bearer', '2027-02-27T16:26:15Z', NULL),
	('835645f4117e52d45cb50c707b23ef6bed8e26be2261df3081870a7ac6bbea5c', 'f2b5c156-b107-4237-9c1b-7e831fad40bf', 'link', '2026-11-30T16:26:15Z', NULL),
	('62dd818b8e74cc64d121b7a623d6221f2632e81f1ca55121794e97f40711f729', 'f2b5c156-b107-4237-9c1b-7e831fad40bf', 'bearer', '2027-02-27T16:26:15Z', NULL),
	('29b04f73b46c732b6a80c838dba8116b5a3cb6330058f89afe1788bc3a26caf3', '71085292-93d7-4e31-b02f-71ecd9f535bf', 'link', '2026-11-30T16:26:15Z', NULL),
	('7ce4b83822667e1b554d23466ce0028f9783bce278f4ee29471b5eb3e184ef87', '71085292-93d7-4e31-b02f-71ecd9f535bf', 'bearer', '2027-02-27T16:26:15Z', NULL);


--
-- Data for Name: staff_traject; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.staff_traject VALUES
	('e8446de5-1f6d-4b11-8f19-96affe26e598', '3e0afd11-94ab-475d-a139-8521fd5d843f'),
	('4bfecd5d-0dbf-45b6-88ce-aa72cf01c0e5', '3e0afd11-94ab-475d-a139-8521fd5d843f'),
	('47b1fbd7-7d7f-4a10-8666-4a0c1f34b5df', '5df0dc85-8021-44a4-8714-6f56bd61a152'),
	('f2b5c156-b107-4237-9c1b-7e831fad40bf', '5df0dc85-8021-44a4-8714-6f56bd61a152');


--
-- Data for Name: traject; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.traject VALUES
	('3e0afd11-94ab-475d-a139-8521fd5d843f', 'Voorbeeldtraject', 3, 'We willen weten wat u in uw buurt ziet: eerst wat goed gaat, dan wat beter kan.
We maken er kaarten van voor de mensen die hier werken. Uw naam vragen we niet.
U hoort van ons wat ermee gebeurt. Niet alles wat u noemt kan gedaan worden.', '["wonen","werk-participatie","onderwijs-opvoeding","veiligheid-criminaliteit","gezondheid","samenleven-integratie","leefomgeving-openbare-ruimte","algemeen"]', '2026-11-29T16:26:14Z', 'Wat ziet u in uw buurt?', '[]', '[]', NULL, 0, NULL, '', 0, NULL, NULL),
	('5df0dc85-8021-44a4-8714-6f56bd61a152', 'Van versie 0.1.0', 3, 'We willen weten wat u in uw buurt ziet: eerst wat goed gaat, dan wat beter kan.
We maken er kaarten van voor de mensen die hier werken. Uw naam vragen we niet.
U hoort van ons wat ermee gebeurt. Niet alles wat u noemt kan gedaan worden.', '["wonen","werk-participatie","onderwijs-opvoeding","veiligheid-criminaliteit","gezondheid","samenleven-integratie","leefomgeving-openbare-ruimte","algemeen"]', '2026-11-29T16:26:14Z', '', '[]', '[]', NULL, 0, NULL, '', 0, NULL, NULL);


--
-- Data for Name: traject_buurt; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.traject_buurt VALUES
	('3e0afd11-94ab-475d-a139-8521fd5d843f', 0, 'VB0000AA01'),
	('5df0dc85-8021-44a4-8714-6f56bd61a152', 0, 'VB0000AA01');


--
-- Data for Name: walk; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.walk VALUES
	('69WKEQ', '5abbcd21-8266-459c-a71c-31bbb373acaa', 0, '8f3c93dadcc11de05288d5282d7be98c86f841f48cb20e51ae601e2b9402c63a', '5ecaf65bfba27bc825f7e3f3e8637a62f3b6e786e91e30be017dbe860284e65a', 'Langs de dijk', 'eabf29e1d24643b9d3826e4da5cf9964d55af770004748900e747080ee447490', '[[[4.820304,52.344133],[4.820304,52.346235]]]', 0, 0);


--
-- Data for Name: wijksessie; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.wijksessie VALUES
	('9PTT9C', '3e0afd11-94ab-475d-a139-8521fd5d843f', 'Bijeenkomst in de Voorbeeldbuurt', 'wijksessie', 'bewoners', 0, 'open', '2026-11-29T16:26:14Z', NULL, NULL, NULL),
	('F6GX9Y', '3e0afd11-94ab-475d-a139-8521fd5d843f', 'Koffiekar op het plein', 'koffiekar', 'bewoners', 0, 'released', '2026-11-29T16:26:14Z', '2026-11-29T16:26:14Z', 'b14892c3-5dc6-4ad8-b05a-6355f7dbbe80', 0),
	('9XFACA', '5df0dc85-8021-44a4-8714-6f56bd61a152', 'Nog open', 'koffiekar', 'bewoners', 0, 'open', '2026-11-29T16:26:15Z', NULL, NULL, NULL),
	('69WKEQ', '5df0dc85-8021-44a4-8714-6f56bd61a152', 'Wandeling', 'fotowandeling', 'bewoners', 0, 'closed', '2026-11-29T16:26:15Z', '2026-11-29T16:26:17Z', NULL, NULL),
	('DJPPD3', '5df0dc85-8021-44a4-8714-6f56bd61a152', 'Koffie bij de kerk', 'koffiekar', 'bewoners', 0, 'released', '2026-11-29T16:26:15Z', '2026-11-29T16:26:17Z', '41429492-45d1-4f02-8ee6-45c26fa21c60', 0),
	('Y6YEE3', '5df0dc85-8021-44a4-8714-6f56bd61a152', 'Aan tafel', 'wijksessie', 'bewoners', 1, 'released', '2026-11-29T16:26:15Z', '2026-11-29T16:26:17Z', '41429492-45d1-4f02-8ee6-45c26fa21c60', 0);


--
-- Name: _sqlx_migrations _sqlx_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public._sqlx_migrations
    ADD CONSTRAINT _sqlx_migrations_pkey PRIMARY KEY (version);


--
-- Name: agenda_point agenda_point_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.agenda_point
    ADD CONSTRAINT agenda_point_pkey PRIMARY KEY (id);


--
-- Name: answer answer_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answer
    ADD CONSTRAINT answer_pkey PRIMARY KEY (session_code, id);


--
-- Name: assumption assumption_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assumption
    ADD CONSTRAINT assumption_pkey PRIMARY KEY (id);


--
-- Name: audit audit_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (id);


--
-- Name: board_history board_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.board_history
    ADD CONSTRAINT board_history_pkey PRIMARY KEY (id);


--
-- Name: buurt buurt_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.buurt
    ADD CONSTRAINT buurt_pkey PRIMARY KEY (code);


--
-- Name: coming coming_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.coming
    ADD CONSTRAINT coming_pkey PRIMARY KEY (id);


--
-- Name: evidence evidence_board_row_id_what_reference_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_board_row_id_what_reference_key UNIQUE (board, row_id, what, reference);


--
-- Name: evidence evidence_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_pkey PRIMARY KEY (id);


--
-- Name: feedback_choice feedback_choice_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.feedback_choice
    ADD CONSTRAINT feedback_choice_pkey PRIMARY KEY (traject_id, what, id);


--
-- Name: feedback feedback_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.feedback
    ADD CONSTRAINT feedback_pkey PRIMARY KEY (traject_id);


--
-- Name: feedback feedback_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.feedback
    ADD CONSTRAINT feedback_slug_key UNIQUE (slug);


--
-- Name: figure_area figure_area_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_area
    ADD CONSTRAINT figure_area_pkey PRIMARY KEY (import_id, code);


--
-- Name: figure_import figure_import_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_import
    ADD CONSTRAINT figure_import_pkey PRIMARY KEY (id);


--
-- Name: figure_point figure_point_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_point
    ADD CONSTRAINT figure_point_pkey PRIMARY KEY (import_id, seq);


--
-- Name: figure_square figure_square_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_square
    ADD CONSTRAINT figure_square_pkey PRIMARY KEY (import_id, x, y);


--
-- Name: indicator indicator_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.indicator
    ADD CONSTRAINT indicator_pkey PRIMARY KEY (id);


--
-- Name: kept_layer kept_layer_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.kept_layer
    ADD CONSTRAINT kept_layer_pkey PRIMARY KEY (traject_id, slice);


--
-- Name: me_too me_too_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.me_too
    ADD CONSTRAINT me_too_pkey PRIMARY KEY (session_code, pin_id, participant);


--
-- Name: photo photo_0006_address_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.photo
    ADD CONSTRAINT photo_0006_address_key UNIQUE (address);


--
-- Name: photo photo_0006_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.photo
    ADD CONSTRAINT photo_0006_pkey PRIMARY KEY (id);


--
-- Name: photo_gone photo_gone_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.photo_gone
    ADD CONSTRAINT photo_gone_pkey PRIMARY KEY (address);


--
-- Name: pin pin_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pin
    ADD CONSTRAINT pin_pkey PRIMARY KEY (session_code, id);


--
-- Name: plan plan_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plan
    ADD CONSTRAINT plan_pkey PRIMARY KEY (code);


--
-- Name: plattegrond plattegrond_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plattegrond
    ADD CONSTRAINT plattegrond_pkey PRIMARY KEY (hash);


--
-- Name: reading reading_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reading
    ADD CONSTRAINT reading_pkey PRIMARY KEY (traject_id, theme, part, version);


--
-- Name: receipt receipt_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT receipt_pkey PRIMARY KEY (hash);


--
-- Name: release release_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.release
    ADD CONSTRAINT release_pkey PRIMARY KEY (id);


--
-- Name: setting setting_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.setting
    ADD CONSTRAINT setting_pkey PRIMARY KEY (name);


--
-- Name: staff staff_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff
    ADD CONSTRAINT staff_pkey PRIMARY KEY (id);


--
-- Name: staff_token staff_token_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_token
    ADD CONSTRAINT staff_token_pkey PRIMARY KEY (hash);


--
-- Name: staff_traject staff_traject_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_traject
    ADD CONSTRAINT staff_traject_pkey PRIMARY KEY (staff_id, traject_id);


--
-- Name: traject_buurt traject_buurt_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.traject_buurt
    ADD CONSTRAINT traject_buurt_pkey PRIMARY KEY (traject_id, "position");


--
-- Name: traject traject_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.traject
    ADD CONSTRAINT traject_pkey PRIMARY KEY (id);


--
-- Name: walk walk_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.walk
    ADD CONSTRAINT walk_pkey PRIMARY KEY (session_code, id);


--
-- Name: wijksessie wijksessie_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.wijksessie
    ADD CONSTRAINT wijksessie_pkey PRIMARY KEY (code);


--
-- Name: agenda_of_traject; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX agenda_of_traject ON public.agenda_point USING btree (traject_id);


--
-- Name: answer_of_participant; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX answer_of_participant ON public.answer USING btree (session_code, participant);


--
-- Name: assumption_of_traject; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX assumption_of_traject ON public.assumption USING btree (traject_id);


--
-- Name: audit_by_time; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_by_time ON public.audit USING btree (at);


--
-- Name: board_history_of_row; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX board_history_of_row ON public.board_history USING btree (board, row_id, version);


--
-- Name: coming_of_traject; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX coming_of_traject ON public.coming USING btree (traject_id);


--
-- Name: evidence_by_reference; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX evidence_by_reference ON public.evidence USING btree (traject_id, what, reference);


--
-- Name: figure_import_of_traject; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX figure_import_of_traject ON public.figure_import USING btree (traject_id);


--
-- Name: figure_point_by_place; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX figure_point_by_place ON public.figure_point USING btree (import_id, x, y);


--
-- Name: indicator_of_import; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX indicator_of_import ON public.indicator USING btree (import_id);


--
-- Name: photo_by_content; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX photo_by_content ON public.photo USING btree (content);


--
-- Name: photo_gone_by_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX photo_gone_by_id ON public.photo_gone USING btree (photo_id);


--
-- Name: photo_of_pin; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX photo_of_pin ON public.photo USING btree (session_code, pin_id);


--
-- Name: photo_of_walk; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX photo_of_walk ON public.photo USING btree (session_code, walk_id);


--
-- Name: pin_left; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX pin_left ON public.pin USING btree (session_code, removed);


--
-- Name: pin_of_participant; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX pin_of_participant ON public.pin USING btree (session_code, participant);


--
-- Name: pin_of_theme; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX pin_of_theme ON public.pin USING btree (session_code, theme);


--
-- Name: plan_of_traject; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plan_of_traject ON public.plan USING btree (traject_id);


--
-- Name: receipt_of_participant; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX receipt_of_participant ON public.receipt USING btree (session_code, participant);


--
-- Name: release_of_traject; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX release_of_traject ON public.release USING btree (traject_id);


--
-- Name: staff_by_login; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX staff_by_login ON public.staff USING btree (login);


--
-- Name: walk_of_participant; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX walk_of_participant ON public.walk USING btree (session_code, participant);


--
-- Name: wijksessie_of_traject; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX wijksessie_of_traject ON public.wijksessie USING btree (traject_id);


--
-- Name: agenda_point agenda_point_traject_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.agenda_point
    ADD CONSTRAINT agenda_point_traject_id_fkey FOREIGN KEY (traject_id) REFERENCES public.traject(id);


--
-- Name: answer answer_session_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answer
    ADD CONSTRAINT answer_session_code_fkey FOREIGN KEY (session_code) REFERENCES public.wijksessie(code);


--
-- Name: assumption assumption_judged_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assumption
    ADD CONSTRAINT assumption_judged_by_fkey FOREIGN KEY (judged_by) REFERENCES public.staff(id);


--
-- Name: assumption assumption_made_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assumption
    ADD CONSTRAINT assumption_made_by_fkey FOREIGN KEY (made_by) REFERENCES public.staff(id);


--
-- Name: assumption assumption_traject_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assumption
    ADD CONSTRAINT assumption_traject_id_fkey FOREIGN KEY (traject_id) REFERENCES public.traject(id);


--
-- Name: board_history board_history_staff_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.board_history
    ADD CONSTRAINT board_history_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);


--
-- Name: board_history board_history_traject_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.board_history
    ADD CONSTRAINT board_history_traject_id_fkey FOREIGN KEY (traject_id) REFERENCES public.traject(id);


--
-- Name: buurt buurt_plattegrond_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.buurt
    ADD CONSTRAINT buurt_plattegrond_fkey FOREIGN KEY (plattegrond) REFERENCES public.plattegrond(hash);


--
-- Name: coming coming_traject_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.coming
    ADD CONSTRAINT coming_traject_id_fkey FOREIGN KEY (traject_id) REFERENCES public.traject(id);


--
-- Name: evidence evidence_linked_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_linked_by_fkey FOREIGN KEY (linked_by) REFERENCES public.staff(id);


--
-- Name: evidence evidence_traject_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_traject_id_fkey FOREIGN KEY (traject_id) REFERENCES public.traject(id);


--
-- Name: feedback_choice feedback_choice_traject_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.feedback_choice
    ADD CONSTRAINT feedback_choice_traject_id_fkey FOREIGN KEY (traject_id) REFERENCES public.traject(id);


--
-- Name: feedback feedback_traject_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.feedback
    ADD CONSTRAINT feedback_traject_id_fkey FOREIGN KEY (traject_id) REFERENCES public.traject(id);


--
-- Name: figure_area figure_area_import_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_area
    ADD CONSTRAINT figure_area_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.figure_import(id);


--
-- Name: figure_import figure_import_traject_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_import
    ADD CONSTRAINT figure_import_traject_id_fkey FOREIGN KEY (traject_id) REFERENCES public.traject(id);


--
-- Name: figure_point figure_point_import_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_point
    ADD CONSTRAINT figure_point_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.figure_import(id);


--
-- Name: figure_square figure_square_import_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_square
    ADD CONSTRAINT figure_square_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.figure_import(id);


--
-- Name: indicator indicator_import_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.indicator
    ADD CONSTRAINT indicator_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.figure_import(id);


--
-- Name: kept_layer kept_layer_traject_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.kept_layer
    ADD CONSTRAINT kept_layer_traject_id_fkey FOREIGN KEY (traject_id) REFERENCES public.traject(id);


--
-- Name: me_too me_too_session_code_pin_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.me_too
    ADD CONSTRAINT me_too_session_code_pin_id_fkey FOREIGN KEY (session_code, pin_id) REFERENCES public.pin(session_code, id);


--
-- Name: photo photo_0006_session_code_pin_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.photo
    ADD CONSTRAINT photo_0006_session_code_pin_id_fkey FOREIGN KEY (session_code, pin_id) REFERENCES public.pin(session_code, id);


--
-- Name: photo photo_0006_session_code_walk_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.photo
    ADD CONSTRAINT photo_0006_session_code_walk_id_fkey FOREIGN KEY (session_code, walk_id) REFERENCES public.walk(session_code, id);


--
-- Name: pin pin_session_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pin
    ADD CONSTRAINT pin_session_code_fkey FOREIGN KEY (session_code) REFERENCES public.wijksessie(code);


--
-- Name: plan plan_traject_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plan
    ADD CONSTRAINT plan_traject_id_fkey FOREIGN KEY (traject_id) REFERENCES public.traject(id);


--
-- Name: reading reading_traject_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reading
    ADD CONSTRAINT reading_traject_id_fkey FOREIGN KEY (traject_id) REFERENCES public.traject(id);


--
-- Name: receipt receipt_session_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT receipt_session_code_fkey FOREIGN KEY (session_code) REFERENCES public.wijksessie(code);


--
-- Name: release release_traject_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.release
    ADD CONSTRAINT release_traject_id_fkey FOREIGN KEY (traject_id) REFERENCES public.traject(id);


--
-- Name: staff_token staff_token_staff_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_token
    ADD CONSTRAINT staff_token_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);


--
-- Name: staff_traject staff_traject_staff_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_traject
    ADD CONSTRAINT staff_traject_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);


--
-- Name: staff_traject staff_traject_traject_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_traject
    ADD CONSTRAINT staff_traject_traject_id_fkey FOREIGN KEY (traject_id) REFERENCES public.traject(id);


--
-- Name: traject_buurt traject_buurt_buurt_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.traject_buurt
    ADD CONSTRAINT traject_buurt_buurt_code_fkey FOREIGN KEY (buurt_code) REFERENCES public.buurt(code);


--
-- Name: traject_buurt traject_buurt_traject_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.traject_buurt
    ADD CONSTRAINT traject_buurt_traject_id_fkey FOREIGN KEY (traject_id) REFERENCES public.traject(id);


--
-- Name: walk walk_session_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.walk
    ADD CONSTRAINT walk_session_code_fkey FOREIGN KEY (session_code) REFERENCES public.wijksessie(code);


--
-- Name: wijksessie wijksessie_release_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.wijksessie
    ADD CONSTRAINT wijksessie_release_id_fkey FOREIGN KEY (release_id) REFERENCES public.release(id);


--
-- Name: wijksessie wijksessie_traject_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.wijksessie
    ADD CONSTRAINT wijksessie_traject_id_fkey FOREIGN KEY (traject_id) REFERENCES public.traject(id);


--
-- PostgreSQL database dump complete
--


