// @ts-check

/**
 * When a source that failed is asked again, so that people can be told. Who
 * finds it well before that clears it, and it is asked at once.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('elsa_sources', table => {
    table
      .string('next_attempt_at', 32)
      .comment('When it is asked again, where that is later than usual');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('elsa_sources', table => {
    table.dropColumn('next_attempt_at');
  });
};
