import type { Model, ModelStatic } from 'sequelize'

/** A change of any of these ends the sessions of the user and the links to their password, inside the same transaction. */
const columns = ['email', 'password', 'active']

/** Ends the sessions and links of users whose login, password or status changes, whichever way the change takes. */
export function endSessionsOnChange(users: ModelStatic<Model>): void {
  users.addHook('afterBulkUpdate', async (options) => {
    // Sequelize hands the values that were written to this hook under a name its types leave out.
    const { attributes = {} } = options as typeof options & { attributes?: Readonly<Record<string, unknown>> }
    if (!columns.some((column) => column in attributes)) return
    const { id } = options.where as { id?: unknown } // a where is an object of columns
    const only = typeof id === 'number' ? { sql: ' WHERE user_id = $1', bind: [id] } : { sql: '', bind: [] }
    for (const table of ['sessions', 'one_time_links']) {
      await users.sequelize?.query(`DELETE FROM ${table}${only.sql}`, {
        bind: only.bind,
        transaction: options.transaction,
      })
    }
  })
}
