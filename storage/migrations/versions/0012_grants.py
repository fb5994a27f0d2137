"""Roles that two people grant until a day, and the codes of the first administrators"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None

TEXT, MOMENT = sqlmodel.AutoString(), sqlmodel.UTCDateTime()


def upgrade() -> None:
    op.create_table('role_grants',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('duty', TEXT, nullable=False),
    sa.Column('name', TEXT, nullable=False),
    sa.Column('asked_by', sa.Integer(), nullable=True),
    sa.Column('asked_at', MOMENT, nullable=False),
    sa.Column('until', MOMENT, nullable=False),
    sa.Column('approved_by', sa.Integer(), nullable=True),
    sa.Column('approved_at', MOMENT, nullable=True),
    sa.Column('ended_at', MOMENT, nullable=True),
    sa.Column('next_at', MOMENT, nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    for name in ('person_id', 'next_at'):
        op.create_index(f'ix_role_grants_{name}', 'role_grants', [name], unique=False)
    op.create_table('admin_codes',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('hashed', TEXT, nullable=False),
    sa.Column('name', TEXT, nullable=False),
    sa.Column('until', MOMENT, nullable=False),
    sa.Column('used_at', MOMENT, nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    op.add_column('staff', sa.Column('ends_at', MOMENT, nullable=True))


def downgrade() -> None:
    op.drop_column('staff', 'ends_at')
    op.drop_table('admin_codes')
    op.drop_table('role_grants')
