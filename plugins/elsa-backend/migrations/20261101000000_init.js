// @ts-check

/**
 * The parts of an environment are kept in columns of their own, because three
 * readers (catalog, clusters, Prometheus) write them at their own pace.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('elsa_environments', table => {
    table.comment('One row per environment of the catalog');
    table.string('entity_ref', 255).primary().notNullable();
    table.string('cluster', 255).notNullable();
    table.string('namespace', 255).notNullable();
    table.string('environment', 255).notNullable();
    table.string('owner', 255);
    table.string('health', 16).notNullable();
    table.boolean('is_partial').notNullable();
    table.string('health_since', 32);
    table.string('change_key', 64).notNullable();
    table.text('catalog_part', 'longtext').notNullable();
    table.text('cluster_part', 'longtext');
    table.text('metrics_part', 'longtext');
    table.string('catalog_hash', 64).notNullable();
    table.string('cluster_hash', 64);
    table.string('metrics_hash', 64);
    table
      .string('collected_at', 32)
      .comment('When the cluster part was last read by itself');
    table.string('deleted_at', 32);
    table
      .bigInteger('revision')
      .notNullable()
      .comment('Of the write that changed the row last');
    table.index(['revision'], 'elsa_environments_revision_idx');
    table.index(['cluster', 'namespace'], 'elsa_environments_place_idx');
    table.index(['owner'], 'elsa_environments_owner_idx');
    table.index(['health'], 'elsa_environments_health_idx');
  });

  await knex.schema.createTable('elsa_state', table => {
    table.comment('Counters; incrementing one serialises the writers');
    table.string('name', 32).primary().notNullable();
    table.bigInteger('value').notNullable();
  });
  await knex('elsa_state').insert({ name: 'revision', value: 0 });

  await knex.schema.createTable('elsa_transitions', table => {
    table.comment('Every change of health');
    table.bigIncrements('id');
    table.string('entity_ref', 255).notNullable();
    table.string('at', 32).notNullable();
    table.string('from_health', 16);
    table.string('to_health', 16).notNullable();
    table.boolean('is_partial').notNullable();
    table.string('reason_code', 255);
    table.text('reason_message');
    table.index(['entity_ref', 'id'], 'elsa_transitions_entity_idx');
    table.index(['at'], 'elsa_transitions_at_idx');
  });

  await knex.schema.createTable('elsa_sources', table => {
    table.comment('State of everything that is read');
    table.string('id', 255).primary().notNullable();
    table.string('kind', 16).notNullable();
    table.string('name', 255).notNullable();
    table.string('state', 32).notNullable();
    table.text('message');
    table.text('remedy');
    table.string('last_success_at', 32).comment('All of it was read');
    table.string('last_data_at', 32).comment('Some of it was read');
    table.string('last_attempt_at', 32);
  });

  await knex.schema.createTable('elsa_unregistered', table => {
    // Knex does not escape quotes in comments.
    table.comment('Environments that run but are in no catalog');
    table.string('cluster', 255).notNullable();
    table.string('namespace', 255).notNullable();
    table.string('name', 255).notNullable();
    table.string('cluster_owner', 255);
    table.string('health', 16).notNullable();
    table.string('first_seen_at', 32).notNullable();
    table.string('last_seen_at', 32).notNullable();
    table.primary(['cluster', 'namespace', 'name'], 'elsa_unregistered_pk');
  });

  await knex.schema.createTable('elsa_leases', table => {
    table.comment('Who collects; the token fences off those who did before');
    table.string('name', 32).primary().notNullable();
    table.string('holder', 64);
    table.bigInteger('token').notNullable();
    table.bigInteger('expires_at_ms').notNullable();
  });

  await knex.schema.createTable('elsa_refreshes', table => {
    table.comment('When each environment was last refreshed on request');
    table.string('entity_ref', 255).primary().notNullable();
    table.bigInteger('started_at_ms').notNullable();
  });

  await knex.schema.createTable('elsa_incidents', table => {
    table.comment('What the owner was told, so that it is told once');
    table.string('entity_ref', 255).notNullable();
    table.string('subject', 128).notNullable();
    table.string('state', 16).notNullable();
    table.string('changed_at', 32).notNullable();
    table.string('opened_at', 32);
    table.string('scope', 64).notNullable();
    table.string('level', 32).notNullable();
    table.primary(['entity_ref', 'subject'], 'elsa_incidents_pk');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'elsa_incidents',
    'elsa_refreshes',
    'elsa_leases',
    'elsa_unregistered',
    'elsa_sources',
    'elsa_transitions',
    'elsa_state',
    'elsa_environments',
  ]) {
    await knex.schema.dropTable(table);
  }
};
