import type { Model, ModelStatic } from 'sequelize'

/** A change of any of these ends the sessions of the user and the links to their password, inside the same transaction. */
const columns = ['email', 'password', 'active']

/**
 * Ends the sessions and links of users whose login, password or status changes, whichever way the change takes. One that does not
 * name one user by their id throws, and changes nothing.
 */
export function endSessionsOnChange(users: ModelStatic<Model>): void {
  users.addHook('beforeBulkUpdate', async (options) => {
    // Sequelize hands the values that are to be written to this hook under a name its types leave out.
    const { attributes = {} } = options as typeof options & { attributes?: Readonly<Record<string, unknown>> }
    if (!columns.some((column) => column in attributes)) return
    const { id } = options.where as { id?: unknown } // a where is an object of columns
    if (typeof id !== 'number') throw new Error('A change of credentials must name one user by their id.')
    for (const table of ['sessions', 'one_time_links']) {
      await users.sequelize?.query(`DELETE FROM ${table} WHERE user_id = $1`, {
        bind: [id],
        transaction: options.transaction,
      })
    }
  })
}
