-- Every server asks each second what was ended in the last minutes: access tokens outlive their session by a quarter of an hour.
create index sign_in_session_revoked on sign_in_session (revoked_at) where revoked_at is not null;
create index role_revoked on role (revoked_at) where revoked_at is not null;
