// @ts-check

/**
 * Until when clusters and servers that answered 429 are left alone, by every
 * backend and over restarts.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('elsa_pauses', table => {
    table.comment('Sources that asked to be left alone, and until when');
    table.string('source_id', 255).primary().notNullable();
    table.bigInteger('until_ms').notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('elsa_pauses');
};
