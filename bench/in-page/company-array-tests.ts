// The questions of a rule as functions over a parsed record.

import { auditDataPath, type FieldRef } from '~/domain/catalogue/fields';
import type { Filter } from '~/domain/view/filter';
import { followPath } from '~/lib/follow-path';
import { parsePath, splitAlternatives } from '~/lib/json-path';

export interface CompanyRecord {
  readonly createdDateTime: string;
  readonly auditLogRecordType: string;
  readonly operation: string;
  readonly userPrincipalName: string;
  readonly service: string;
  readonly clientIp: string;
  readonly auditData: { readonly ResultStatus: string };
}

export function timeOf({ createdDateTime }: CompanyRecord): number {
  return Date.parse(createdDateTime);
}

export function reader(field: FieldRef): (record: CompanyRecord) => string {
  const text = auditDataPath(field);
  if (text !== undefined) {
    const alternatives = splitAlternatives(text).map((path) => parsePath(path) ?? []);
    return ({ auditData }) => {
      for (const steps of alternatives) {
        const value = followPath(auditData, steps);
        if (value !== undefined && value !== null && value !== '') return String(value);
      }
      return '';
    };
  }
  switch (field) {
    case 'user':
      return (record) => record.userPrincipalName;
    case 'operation':
      return (record) => record.operation;
    case 'ip':
      return (record) => record.clientIp;
    case 'workload':
      return (record) => record.service;
    case 'recordType':
      return (record) => record.auditLogRecordType;
    case 'result':
      return ({ auditData }) => auditData.ResultStatus;
    default:
      throw new Error(`No rule asks for ${field}`);
  }
}

export function test(filter: Filter): (record: CompanyRecord) => boolean {
  switch (filter.op) {
    case 'all': {
      const tests = filter.of.map(test);
      return (record) => tests.every((passes) => passes(record));
    }
    case 'any': {
      const tests = filter.of.map(test);
      return (record) => tests.some((passes) => passes(record));
    }
    case 'not': {
      const passes = test(filter.filter);
      return (record) => !passes(record);
    }
    case 'is':
    case 'isNot': {
      const read = reader(filter.field);
      const values = new Set(filter.values.map((value) => value.toLowerCase()));
      const wanted = filter.op === 'is';
      return (record) => values.has(read(record).toLowerCase()) === wanted;
    }
    case 'contains':
    case 'startsWith':
    case 'endsWith': {
      const read = reader(filter.field);
      const text = filter.text.toLowerCase();
      if (filter.op === 'contains') return (record) => read(record).toLowerCase().includes(text);
      if (filter.op === 'startsWith') return (record) => read(record).toLowerCase().startsWith(text);
      return (record) => read(record).toLowerCase().endsWith(text);
    }
    case 'matches': {
      const read = reader(filter.field);
      const pattern = new RegExp(filter.pattern, filter.flags);
      return (record) => {
        const value = read(record);
        return value !== '' && pattern.test(value);
      };
    }
    case 'exists':
    case 'missing': {
      const read = reader(filter.field);
      const wanted = filter.op === 'exists';
      return (record) => (read(record) !== '') === wanted;
    }
    default:
      throw new Error(`No rule asks for ${filter.op}`);
  }
}
