import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { tableContracts } from '../table.contract.ts';
import { createTable } from '../table.ts';
import { isMoto, service } from './service.ts';

tableContracts(
  'DynamoDB adapter',
  () => createTable(new DynamoDBClient(service)),
  isMoto ? 'moto looks at a condition and writes in two steps: two writers may both win' : undefined,
);
