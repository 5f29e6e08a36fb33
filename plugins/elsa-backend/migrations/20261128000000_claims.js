// @ts-check

/**
 * Which entity an environment of a cluster belongs to. Nothing is decided
 * before its cluster has been read again; who was there first is told by the
 * history of health.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('elsa_environments', table => {
    table.string('claimed_at', 32).comment('Since when it names this place');
    table.string('claim_state', 16).comment('Null: not decided yet');
    table.text('claim_problem');
    table.string('claim_primary', 255).comment('Entity that it is a copy of');
    table.text('location').comment('As the catalog itself has set it');
    table.string('spec_state', 16);
    table.string('spec_checked_at', 32);
  });
  await knex.schema.createTable('elsa_placements', table => {
    table.comment('What clusters last said of whose an environment is');
    table.string('cluster', 255).notNullable();
    table.string('namespace', 255).notNullable();
    table.string('environment', 255).notNullable();
    table.string('owner', 255);
    table.string('entity', 255);
    table.primary(
      ['cluster', 'namespace', 'environment'],
      'elsa_placements_pk',
    );
  });
  await knex('elsa_environments').update({
    claimed_at: knex.raw(
      `coalesce((select min(t.at) from elsa_transitions t
        where t.entity_ref = elsa_environments.entity_ref), ?)`,
      [new Date().toISOString()],
    ),
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('elsa_placements');
  await knex.schema.alterTable('elsa_environments', table => {
    table.dropColumns(
      'claimed_at',
      'claim_state',
      'claim_problem',
      'claim_primary',
      'location',
      'spec_state',
      'spec_checked_at',
    );
  });
};
