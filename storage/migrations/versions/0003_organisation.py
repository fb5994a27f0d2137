"""The organisation: units, departments, people and the roles they hold"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('org_departments',
    sa.Column('key', sqlmodel.AutoString(), nullable=False),
    sa.Column('unit', sqlmodel.AutoString(), nullable=False),
    sa.Column('name', sqlmodel.AutoString(), nullable=False),
    sa.Column('kind', sqlmodel.AutoString(), nullable=False),
    sa.Column('duties', sa.JSON(), nullable=False),
    sa.Column('words', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('key')
    )
    op.create_table('org_people',
    sa.Column('key', sqlmodel.AutoString(), nullable=False),
    sa.Column('name', sqlmodel.AutoString(), nullable=False),
    sa.Column('unit', sqlmodel.AutoString(), nullable=False),
    sa.Column('department', sqlmodel.AutoString(), nullable=True),
    sa.Column('reports_to', sqlmodel.AutoString(), nullable=True),
    sa.Column('telegram', sa.BigInteger(), nullable=True),
    sa.PrimaryKeyConstraint('key'),
    sa.UniqueConstraint('telegram')
    )
    op.create_table('org_roles',
    sa.Column('person', sqlmodel.AutoString(), nullable=False),
    sa.Column('role', sqlmodel.AutoString(), nullable=False),
    sa.Column('first', sa.Date(), nullable=False),
    sa.Column('last', sa.Date(), nullable=False),
    sa.Column('department', sqlmodel.AutoString(), nullable=False),
    sa.PrimaryKeyConstraint('person', 'role', 'first', 'last', 'department')
    )
    op.create_table('org_units',
    sa.Column('key', sqlmodel.AutoString(), nullable=False),
    sa.Column('name', sqlmodel.AutoString(), nullable=False),
    sa.Column('parent', sqlmodel.AutoString(), nullable=True),
    sa.Column('head', sqlmodel.AutoString(), nullable=True),
    sa.PrimaryKeyConstraint('key')
    )


def downgrade() -> None:
    op.drop_table('org_units')
    op.drop_table('org_roles')
    op.drop_table('org_people')
    op.drop_table('org_departments')
