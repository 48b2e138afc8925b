import type { Field } from '../../define/field.ts'
import { belongsTo, text } from '../../define/kinds/index.ts'
import { defineResource, type Resource } from '../../define/resource.ts'
import { check } from '../check.ts'

/** A definition as people write it who have no types: most mistakes here are ones that the compiler would see too. */
export type Definition = Parameters<typeof defineResource>[1]

/** A sound resource with a field `name`, and whatever a test spoils about it. */
export function resource(own: string, { fields = {}, ...rest }: Partial<Definition> = {}): Resource {
  const all: Record<string, Field> = { name: text('Nome'), ...fields }
  const tabs = [{ title: 'Tudo', sections: [{ fields: Object.keys(all) }] }]
  return defineResource(own, {
    label: ['Um', 'Muitos'],
    icon: 'file',
    title: 'name',
    fields: all,
    list: { columns: ['name'] },
    tabs,
    ...rest,
  } as Definition) // the names of its fields are only known here
}

/** A tree called brand, to point to. */
export const tree = resource('brand', {
  tree: 'parent',
  fields: { parent: belongsTo('brand', 'Acima') },
} as Partial<Definition>)

/** Numbers and places of what is found about `thing`, defined as given, beside the tree. */
export function found(definition: Partial<Definition>): string[] {
  return check({ brand: tree, thing: resource('thing', definition) }).map(({ number, place }) => `${number} ${place}`)
}
