// @ts-check

/**
 * Server images of unregistered environments that accept published credentials, as the next
 * reading of their cluster finds them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('elsa_unregistered', table => {
    table
      .text('security_findings')
      .comment('JSON; null: nothing is known of such');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('elsa_unregistered', table => {
    table.dropColumn('security_findings');
  });
};
