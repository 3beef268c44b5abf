import { tableContracts } from './table.contract.ts';
import { createLocalTable } from './table.ts';

tableContracts('DynamoDB adapter on dynalite', createLocalTable);
