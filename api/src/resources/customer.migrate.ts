import { action } from '../define/action.ts'
import { belongsTo, text } from '../define/kinds/index.ts'

export const migrate = action('customer', {
  label: 'Migrar cliente',
  icon: 'swap',
  on: ['record', 'bulk'],
  input: {
    brand: belongsTo('brand', 'Nova marca', { required: true, where: { active: true } }),
    reason: text('Motivo', { maxLength: 500 }),
  },
  message: 'Migração realizada com sucesso.',
  async run({ record, input, records, refuse, say }) {
    if (record.brand.id === input.brand) refuse('O cliente já está nesta marca.', 'brand')
    const moved = await records('customer').update(record.id, { brand: input.brand })
    const group = record.permissionGroup?.id
    if (group === undefined || moved.permissionGroup === undefined || moved.permissionGroup?.id === group) return
    say(
      moved.permissionGroup
        ? 'O grupo de permissões não é da nova marca: vale agora o padrão dela.'
        : 'O grupo de permissões não é da nova marca: o cliente ficou sem grupo.',
    )
  },
})
