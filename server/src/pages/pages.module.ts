import { Global, Module } from '@nestjs/common';
import { PageContentRegistry } from './page-content.registry.js';
import { PagesController } from './pages.controller.js';

@Global()
@Module({ providers: [PageContentRegistry, PagesController], exports: [PageContentRegistry] })
export class PagesModule {}
