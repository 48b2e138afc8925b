import { action } from '../src/define/action.ts'
import { belongsTo, boolean, email, integer, password, select, text } from '../src/define/kinds/index.ts'
import { defineResource } from '../src/define/resource.ts'
import { user } from '../src/resources/user.ts'

declare module '../src/define/registry.ts' {
  interface Registry {
    task: typeof task
    step: typeof step
    remark: typeof remark
  }
}

/** A resource whose actions do what actions may do, and what they should not. */
export const task = defineResource('task', {
  label: ['Tarefa', 'Tarefas'],
  icon: 'bug',
  menu: 'registry',
  title: 'name',
  fields: {
    name: text('Nome', { required: true, maxLength: 20, message: 'Nome trocado.' }),
    owner: email('Responsável', { unique: true }),
    secret: password('Segredo'),
    done: boolean('Feita', { required: true, default: false, readOnly: true }),
    origin: text('Origem', { createOnly: true, maxLength: 200 }),
  },
  list: { columns: ['name', 'done'], search: ['name'] },
  tabs: [{ title: 'Tarefa', sections: [{ fields: ['name', 'owner', 'secret', 'done', 'origin'] }] }],
  actions: {
    finish: action('task', {
      label: 'Concluir',
      on: ['record', 'bulk'],
      message: 'Concluída.',
      async run({ record, records, say, refuse }) {
        if (record.done) refuse(`${record.name} já está feita.`)
        await records('task').update(record.id, { done: true, origin: 'concluída' })
        say('Parabéns.')
      },
    }),
    split: action('task', {
      label: 'Dividir',
      input: {
        parts: integer('Partes', { required: true, default: 2, min: 2, max: 9 }),
        how: select('Como', { equal: 'Iguais', named: 'Com nome' }, { required: true, default: 'equal' }),
        prefix: text('Prefixo', { required: true, visibleWhen: { how: 'named' } }),
      },
      message: 'Dividida.',
      async run({ record, input, records }) {
        for (let part = 1; part <= input.parts; part++) {
          await records('task').create({ name: `${input.prefix ?? record.name} ${part}` })
        }
        await records('task').remove(record.id)
      },
    }),
    write: action('task', {
      label: 'Escrever',
      input: { name: text('Nome'), owner: text('Responsável'), secret: text('Segredo') },
      message: 'Escrita.',
      async run({ record, input, records }) {
        const { name, owner, secret } = input
        await records('task')
          .asSystem('As tarefas são de todos.')
          .update(record.id, { ...(name && { name }), ...(owner && { owner }), ...(secret && { secret }) })
      },
    }),
    renameAll: action('task', {
      label: 'Renomear',
      on: ['bulk', 'resource'],
      input: { name: text('Nome', { required: true, minLength: 2 }) },
      message: 'Renomeadas.',
      async run({ record, input, records }) {
        const some = record ? [record] : await records('task').list({ _end: '200' })
        for (const { id } of some) await records('task').update(id, { name: input.name })
      },
    }),
  },
})

/** A part of a task. */
export const step = defineResource('step', {
  label: ['Passo', 'Passos'],
  icon: 'bug',
  title: 'name',
  fields: {
    name: text('Nome', { required: true }),
    task: belongsTo('task', 'Tarefa', { required: true, onDelete: 'cascade' }),
  },
  list: { columns: ['name', 'task'] },
  tabs: [{ title: 'Passo', sections: [{ fields: ['name', 'task'] }] }],
})

/** A part of a part. */
export const remark = defineResource('remark', {
  label: ['Nota', 'Notas'],
  icon: 'bug',
  title: 'text',
  fields: {
    text: text('Texto', { required: true }),
    step: belongsTo('step', 'Passo', { required: true, onDelete: 'cascade' }),
  },
  list: { columns: ['text', 'step'] },
  tabs: [{ title: 'Nota', sections: [{ fields: ['text', 'step'] }] }],
})

/** An app of tasks and their parts alone. */
export const taskResources = { task, step, remark, user }
