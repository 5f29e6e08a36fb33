/**
 * What a source says of environments that not everybody who reads from it may
 * see.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('elsa_sources', table => {
    table.text('note').comment('For those alone who may see everything');
  });
  // Written with the next cycle, where it belongs.
  await knex('elsa_sources').where({ state: 'ok' }).update({ message: null });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('elsa_sources', table => {
    table.dropColumn('note');
  });
};
