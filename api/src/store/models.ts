import { type DataType, DataTypes, type Model, type ModelStatic, type Sequelize } from 'sequelize'
import type { ColumnSchema, TableSchema } from '../derive/schema.ts'

/** A Sequelize model per table; its attributes are the columns. Writes and hooks go through these, reads do not. */
export type Models = ReadonlyMap<string, ModelStatic<Model>>

export function defineModels(sequelize: Sequelize, tables: readonly TableSchema[]): Models {
  return new Map(
    tables.map((table) => {
      const attributes = Object.fromEntries(table.columns.map((column) => [column.name, attributeOf(column, table)]))
      return [
        table.name,
        sequelize.define(table.name, attributes, { tableName: table.name, timestamps: false, underscored: false }),
      ]
    }),
  )
}

function attributeOf(column: ColumnSchema, { primaryKey = ['id'] }: TableSchema) {
  const isKey = primaryKey.includes(column.name)
  return {
    type: dataTypeOf(column),
    allowNull: column.nullable || (isKey && column.name === 'id'),
    primaryKey: isKey,
    autoIncrement: isKey && column.name === 'id',
  }
}

function dataTypeOf({ type, length }: ColumnSchema): DataType {
  switch (type) {
    case 'string':
      return DataTypes.STRING(length)
    case 'text':
      return DataTypes.TEXT
    case 'integer':
      return DataTypes.INTEGER
    case 'bigint':
    case 'decimal':
      return DataTypes.BIGINT
    case 'boolean':
      return DataTypes.BOOLEAN
    case 'date':
      return DataTypes.DATEONLY
    case 'instant':
      return DataTypes.DATE
    case 'json':
    case 'list':
      return DataTypes.JSON
  }
}
