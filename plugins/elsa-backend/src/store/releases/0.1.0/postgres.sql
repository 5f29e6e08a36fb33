CREATE TABLE public.elsa_environments (
    entity_ref character varying(255) NOT NULL,
    cluster character varying(255) NOT NULL,
    namespace character varying(255) NOT NULL,
    environment character varying(255) NOT NULL,
    owner character varying(255),
    health character varying(16) NOT NULL,
    is_partial boolean NOT NULL,
    health_since character varying(32),
    change_key character varying(64) NOT NULL,
    catalog_part text NOT NULL,
    cluster_part text,
    metrics_part text,
    catalog_hash character varying(64) NOT NULL,
    cluster_hash character varying(64),
    metrics_hash character varying(64),
    collected_at character varying(32),
    deleted_at character varying(32),
    revision bigint NOT NULL
);
COMMENT ON TABLE public.elsa_environments IS 'One row per environment of the catalog';
COMMENT ON COLUMN public.elsa_environments.collected_at IS 'When the cluster part was last read by itself';
COMMENT ON COLUMN public.elsa_environments.revision IS 'Of the write that changed the row last';
CREATE TABLE public.elsa_incidents (
    entity_ref character varying(255) NOT NULL,
    subject character varying(128) NOT NULL,
    state character varying(16) NOT NULL,
    changed_at character varying(32) NOT NULL,
    opened_at character varying(32),
    scope character varying(64) NOT NULL,
    level character varying(32) NOT NULL
);
COMMENT ON TABLE public.elsa_incidents IS 'What the owner was told, so that it is told once';
CREATE TABLE public.elsa_leases (
    name character varying(32) NOT NULL,
    holder character varying(64),
    token bigint NOT NULL,
    expires_at_ms bigint NOT NULL
);
COMMENT ON TABLE public.elsa_leases IS 'Who collects; the token fences off those who did before';
CREATE TABLE public.elsa_refreshes (
    entity_ref character varying(255) NOT NULL,
    started_at_ms bigint NOT NULL
);
COMMENT ON TABLE public.elsa_refreshes IS 'When each environment was last refreshed on request';
CREATE TABLE public.elsa_sources (
    id character varying(255) NOT NULL,
    kind character varying(16) NOT NULL,
    name character varying(255) NOT NULL,
    state character varying(32) NOT NULL,
    message text,
    remedy text,
    last_success_at character varying(32),
    last_data_at character varying(32),
    last_attempt_at character varying(32)
);
COMMENT ON TABLE public.elsa_sources IS 'State of everything that is read';
COMMENT ON COLUMN public.elsa_sources.last_success_at IS 'All of it was read';
COMMENT ON COLUMN public.elsa_sources.last_data_at IS 'Some of it was read';
CREATE TABLE public.elsa_state (
    name character varying(32) NOT NULL,
    value bigint NOT NULL
);
COMMENT ON TABLE public.elsa_state IS 'Counters; incrementing one serialises the writers';
CREATE TABLE public.elsa_transitions (
    id bigint NOT NULL,
    entity_ref character varying(255) NOT NULL,
    at character varying(32) NOT NULL,
    from_health character varying(16),
    to_health character varying(16) NOT NULL,
    is_partial boolean NOT NULL,
    reason_code character varying(255),
    reason_message text
);
COMMENT ON TABLE public.elsa_transitions IS 'Every change of health';
CREATE SEQUENCE public.elsa_transitions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.elsa_transitions_id_seq OWNED BY public.elsa_transitions.id;
CREATE TABLE public.elsa_unregistered (
    cluster character varying(255) NOT NULL,
    namespace character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    cluster_owner character varying(255),
    health character varying(16) NOT NULL,
    first_seen_at character varying(32) NOT NULL,
    last_seen_at character varying(32) NOT NULL
);
COMMENT ON TABLE public.elsa_unregistered IS 'Environments that run but are in no catalog';
CREATE TABLE public.knex_migrations (
    id integer NOT NULL,
    name character varying(255),
    batch integer,
    migration_time timestamp with time zone
);
CREATE SEQUENCE public.knex_migrations_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.knex_migrations_id_seq OWNED BY public.knex_migrations.id;
CREATE TABLE public.knex_migrations_lock (
    index integer NOT NULL,
    is_locked integer
);
CREATE SEQUENCE public.knex_migrations_lock_index_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.knex_migrations_lock_index_seq OWNED BY public.knex_migrations_lock.index;
ALTER TABLE ONLY public.elsa_transitions ALTER COLUMN id SET DEFAULT nextval('public.elsa_transitions_id_seq'::regclass);
ALTER TABLE ONLY public.knex_migrations ALTER COLUMN id SET DEFAULT nextval('public.knex_migrations_id_seq'::regclass);
ALTER TABLE ONLY public.knex_migrations_lock ALTER COLUMN index SET DEFAULT nextval('public.knex_migrations_lock_index_seq'::regclass);
INSERT INTO public.elsa_environments (entity_ref, cluster, namespace, environment, owner, health, is_partial, health_since, change_key, catalog_part, cluster_part, metrics_part, catalog_hash, cluster_hash, metrics_hash, collected_at, deleted_at, revision) VALUES ('component:default/orders-staging', 'production-eu', 'orders-staging', 'orders-staging', 'group:default/payments', 'Unknown', false, NULL, 'd3L-WoAx4_z9MyoMR0c3NQ', '{"entityRef":"component:default/orders-staging","owner":"group:default/payments","ownership":"owned","lifecycle":"production","cluster":"production-eu","namespace":"orders-staging","links":[],"aliases":[],"name":"orders-staging"}', NULL, NULL, 'c073ef112365ce140a36b24fd2e3125dc891af6798621c3c4df0f4ce9b80d0dd', NULL, NULL, NULL, NULL, 1);
INSERT INTO public.elsa_environments (entity_ref, cluster, namespace, environment, owner, health, is_partial, health_since, change_key, catalog_part, cluster_part, metrics_part, catalog_hash, cluster_hash, metrics_hash, collected_at, deleted_at, revision) VALUES ('component:default/gone-development', 'production-eu', 'gone-development', 'gone-development', 'group:default/payments', 'Unknown', false, NULL, 'MeFezOrsgz2lo-c8qoGdQw', '{"entityRef":"component:default/gone-development","owner":"group:default/payments","ownership":"owned","lifecycle":"production","cluster":"production-eu","namespace":"gone-development","links":[],"aliases":[],"name":"gone-development"}', NULL, NULL, '95136999f1518b707b34fe1f7d83e507eb2b9c81bafd9d052e1700bc9cfeacf2', NULL, NULL, NULL, '2026-11-20T12:05:00.000Z', 2);
INSERT INTO public.elsa_environments (entity_ref, cluster, namespace, environment, owner, health, is_partial, health_since, change_key, catalog_part, cluster_part, metrics_part, catalog_hash, cluster_hash, metrics_hash, collected_at, deleted_at, revision) VALUES ('component:default/payments-production', 'production-eu', 'payments-production', 'payments-production', 'group:default/payments', 'Degraded', false, '2026-11-20T12:05:00.000Z', 'cO7pnfz0aPRhZkZP0jBd0w', '{"entityRef":"component:default/payments-production","owner":"group:default/payments","ownership":"owned","lifecycle":"production","cluster":"production-eu","namespace":"payments-production","links":[],"aliases":[],"name":"payments-production"}', '{"health":{"status":"Degraded","isPartial":false,"reasons":[{"code":"CrashLoopBackOff","health":"Degraded","component":"server","message":"O''Brien''s pod \"Zürich\" is Degraded: 東京","runbook":"crash-loop"}]},"components":[],"storage":[],"certificates":[],"backups":[]}', '{"evaluatedAt":"2026-11-20T12:05:00.000Z","sources":["prometheus:main"],"slos":[],"alerts":[],"volumes":{}}', 'f1012d2efd4530924c5a48bc805bbe5a51de68509f427aa4b038909d96327baa', '52601149c53a334f7e29f7af0db42a8e6229501fe50561fbc22ba7a2b1fb99d1', 'f9326369a79251e98534036cb6ff4599a112fc7280265e48f8932105d79a9a8c', '2026-11-20T12:05:00.000Z', NULL, 5);
INSERT INTO public.elsa_incidents (entity_ref, subject, state, changed_at, opened_at, scope, level) VALUES ('component:default/payments-production', 'health', 'open', '2026-11-20T12:05:00.000Z', '2026-11-20T12:05:00.000Z', 'elsa-incident-1', 'degraded');
INSERT INTO public.elsa_leases (name, holder, token, expires_at_ms) VALUES ('collect', 'recorder', 1, 1795176300000);
INSERT INTO public.elsa_refreshes (entity_ref, started_at_ms) VALUES ('component:default/payments-production', 1795176300000);
INSERT INTO public.elsa_sources (id, kind, name, state, message, remedy, last_success_at, last_data_at, last_attempt_at) VALUES ('kubernetes:production-eu', 'kubernetes', 'production-eu', 'ok', NULL, NULL, '2026-11-20T12:05:00.000Z', '2026-11-20T12:05:00.000Z', '2026-11-20T12:05:00.000Z');
INSERT INTO public.elsa_state (name, value) VALUES ('revision', 5);
INSERT INTO public.elsa_transitions (id, entity_ref, at, from_health, to_health, is_partial, reason_code, reason_message) VALUES (1, 'component:default/payments-production', '2026-11-20T12:00:00.000Z', NULL, 'Healthy', false, 'CrashLoopBackOff', 'O''Brien''s pod "Zürich" is Healthy: 東京');
INSERT INTO public.elsa_transitions (id, entity_ref, at, from_health, to_health, is_partial, reason_code, reason_message) VALUES (2, 'component:default/payments-production', '2026-11-20T12:05:00.000Z', 'Healthy', 'Degraded', false, 'CrashLoopBackOff', 'O''Brien''s pod "Zürich" is Degraded: 東京');
INSERT INTO public.elsa_unregistered (cluster, namespace, name, cluster_owner, health, first_seen_at, last_seen_at) VALUES ('production-eu', 'legacy', 'legacy-workflows', 'group:default/payments', 'Healthy', '2026-11-20T12:00:00.000Z', '2026-11-20T12:05:00.000Z');
INSERT INTO public.knex_migrations (id, name, batch, migration_time) VALUES (1, '20261101000000_init.js', 1, '2026-11-28 03:12:52.425+00');
INSERT INTO public.knex_migrations_lock (index, is_locked) VALUES (1, 0);
SELECT pg_catalog.setval('public.elsa_transitions_id_seq', 2, true);
SELECT pg_catalog.setval('public.knex_migrations_id_seq', 1, true);
SELECT pg_catalog.setval('public.knex_migrations_lock_index_seq', 1, true);
ALTER TABLE ONLY public.elsa_environments
    ADD CONSTRAINT elsa_environments_pkey PRIMARY KEY (entity_ref);
ALTER TABLE ONLY public.elsa_incidents
    ADD CONSTRAINT elsa_incidents_pk PRIMARY KEY (entity_ref, subject);
ALTER TABLE ONLY public.elsa_leases
    ADD CONSTRAINT elsa_leases_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.elsa_refreshes
    ADD CONSTRAINT elsa_refreshes_pkey PRIMARY KEY (entity_ref);
ALTER TABLE ONLY public.elsa_sources
    ADD CONSTRAINT elsa_sources_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.elsa_state
    ADD CONSTRAINT elsa_state_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.elsa_transitions
    ADD CONSTRAINT elsa_transitions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.elsa_unregistered
    ADD CONSTRAINT elsa_unregistered_pk PRIMARY KEY (cluster, namespace, name);
ALTER TABLE ONLY public.knex_migrations_lock
    ADD CONSTRAINT knex_migrations_lock_pkey PRIMARY KEY (index);
ALTER TABLE ONLY public.knex_migrations
    ADD CONSTRAINT knex_migrations_pkey PRIMARY KEY (id);
CREATE INDEX elsa_environments_health_idx ON public.elsa_environments USING btree (health);
CREATE INDEX elsa_environments_owner_idx ON public.elsa_environments USING btree (owner);
CREATE INDEX elsa_environments_place_idx ON public.elsa_environments USING btree (cluster, namespace);
CREATE INDEX elsa_environments_revision_idx ON public.elsa_environments USING btree (revision);
CREATE INDEX elsa_transitions_at_idx ON public.elsa_transitions USING btree (at);
CREATE INDEX elsa_transitions_entity_idx ON public.elsa_transitions USING btree (entity_ref, id);
